package dev.capstan.launcher.cli;

import dev.capstan.launcher.LaunchFailure;
import dev.capstan.launcher.stack.DataFolder;
import dev.capstan.launcher.stack.Secrets;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which stack a command is about: the one whose data are in this folder. */
final class StackSelection {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of the stack's data, secrets and logs. Default: .local in the repository.")
    private @Nullable Path data;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /** The repository, as told by the script that starts us. */
    static Path repository() {
        String home = System.getProperty("capstan.home");
        if (home == null) {
            throw new LaunchFailure("start this through ./capstan, which says where the repository is");
        }
        return Path.of(home);
    }

    DataFolder folder() {
        return new DataFolder(data == null ? repository().resolve(".local") : data);
    }

    /** The secrets of a stack that was started before. */
    Secrets secrets() {
        DataFolder folder = folder();
        if (!Files.isDirectory(folder.secrets())) {
            throw new LaunchFailure("there is no stack in " + folder.root() + "; ./capstan up makes one");
        }
        return new Secrets(folder.secrets());
    }

    CommandLine commandLine() {
        return Objects.requireNonNull(command, "set by picocli").commandLine();
    }

    /** Where the command writes. */
    PrintWriter out() {
        return commandLine().getOut();
    }

    /** As it must stand in a command that is about the same stack; empty for the usual one. */
    String asOption() {
        return data == null ? "" : " --data " + data;
    }
}
