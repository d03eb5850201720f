package dev.capstan.launcher.cli;

import dev.capstan.launcher.compose.ComposeFolder;
import dev.capstan.launcher.seed.DemoUser;
import dev.capstan.launcher.seed.Keycloak;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** As {@code ./capstan token}, from the Keycloak of the containers. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Prints an access token of a demo user, good for 15 minutes, and nothing else.")
final class ComposeTokenCommand implements Callable<Integer> {

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "viewer, trader, trader2, risk-manager or admin. Default: ${DEFAULT-VALUE}.")
    private String user = "trader";

    @Option(
            names = "--keycloak",
            paramLabel = "URL",
            description = "Where Keycloak is published. Default: ${DEFAULT-VALUE}.")
    private String keycloak = "http://127.0.0.1:8180";

    @Option(names = "--folder", paramLabel = "DIR", description = "As for compose init.")
    private @Nullable Path folder;

    @Spec
    private @Nullable CommandSpec command;

    @Override
    public Integer call() {
        ComposeFolder installation = new ComposeFolder(ComposeInitCommand.folder(folder));
        String token = new Keycloak(keycloak, installation.secrets()).token(DemoUser.named(user));
        PrintWriter out =
                Objects.requireNonNull(command, "set by picocli").commandLine().getOut();
        out.println(token);
        return 0;
    }
}
