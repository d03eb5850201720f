package dev.capstan.launcher.cli;

import dev.capstan.launcher.LaunchFailure;
import dev.capstan.launcher.component.FileTrees;
import dev.capstan.launcher.stack.DataFolder;
import dev.capstan.launcher.stack.LocalStack;
import dev.capstan.launcher.stack.StackListener;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Forgets everything. */
@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        description = "Removes all data, secrets and logs of a stack that is down. The next ./capstan up begins anew.")
final class ResetCommand implements Callable<Integer> {

    @Mixin
    private final StackSelection selection = new StackSelection();

    @Option(names = "--yes", description = "Do not ask.")
    private boolean sure;

    @Override
    public Integer call() {
        DataFolder folder = selection.folder();
        if (StackReport.ofRunning(folder).isPresent()) {
            throw new LaunchFailure("the stack in " + folder.root() + " runs; ./capstan down first");
        }
        if (!Files.isDirectory(folder.run())) {
            throw new LaunchFailure("there is no stack in " + folder.root());
        }
        if (!sure && !confirmed(folder)) {
            return 1;
        }
        LocalStack.endOrphans(folder, StackListener.NONE);
        remove(folder);
        selection.out().println("Removed " + folder.root() + ".");
        return 0;
    }

    private static void remove(DataFolder folder) {
        try {
            FileTrees.delete(folder.root());
        } catch (IOException e) {
            throw new LaunchFailure("cannot remove " + folder.root() + ": " + e.getMessage(), e);
        }
    }

    private static boolean confirmed(DataFolder folder) {
        if (!Display.isTerminal()) {
            throw new LaunchFailure("nobody to ask whether " + folder.root() + " may be removed; say --yes");
        }
        Console console = Objects.requireNonNull(System.console());
        return "yes".equals(console.readLine("Remove everything in %s? Type yes: ", folder.root()));
    }
}
