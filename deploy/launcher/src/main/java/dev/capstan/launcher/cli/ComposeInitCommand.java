package dev.capstan.launcher.cli;

import dev.capstan.launcher.compose.ComposeFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes what an installation on this host has of its own. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description =
                "Builds what the images are made of, and makes the secrets and settings of this installation. Repeat it after"
                        + " an update; what is there stays.")
final class ComposeInitCommand implements Callable<Integer> {

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "Where the secrets and .env go. Default: deploy/compose in the repository.")
    private @Nullable Path folder;

    @Spec
    private @Nullable CommandSpec command;

    /** The folder of the compose file, unless another one is named. */
    static Path folder(@Nullable Path named) {
        return named == null ? StackSelection.repository().resolve("deploy/compose") : named;
    }

    @Override
    public Integer call() {
        Path target = folder(folder);
        new ComposeFolder(target).init(Clock.systemUTC());
        PrintWriter out =
                Objects.requireNonNull(command, "set by picocli").commandLine().getOut();
        out.println("Secrets and settings are in " + target + ". Next:");
        out.println("  docker compose -f deploy/compose/compose.yaml up -d --build");
        out.flush();
        return 0;
    }
}
