package dev.capstan.launcher.cli;

import dev.capstan.launcher.process.ProcessIdentity;
import dev.capstan.launcher.process.Signal;
import dev.capstan.launcher.stack.DataFolder;
import dev.capstan.launcher.stack.LocalStack;
import dev.capstan.launcher.stack.ProcessStatus;
import dev.capstan.launcher.stack.StackListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Ends a stack, also one whose launcher was killed. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Ends everything within ten seconds. The data stay; ./capstan up goes on with them.")
final class DownCommand implements Callable<Integer> {

    private static final Duration LIMIT = Duration.ofSeconds(12);

    @Mixin
    private final StackSelection selection = new StackSelection();

    @Override
    public Integer call() {
        PrintWriter out = selection.out();
        DataFolder folder = selection.folder();
        Optional<ProcessIdentity> launcher = StackReport.ofRunning(folder).map(StackReport::identity);
        launcher.ifPresent(found -> found.end(Signal.TERM, LIMIT));
        LocalStack.endOrphans(folder, new Announcer(out));
        out.println(launcher.isPresent() ? "Capstan is down." : "No stack was running in " + folder.root() + ".");
        return 0;
    }

    /** Says what was found of an earlier run. */
    private record Announcer(PrintWriter out) implements StackListener {

        @Override
        public void changed(ProcessStatus status) {
            says(status.name());
        }

        @Override
        public void says(String line) {
            out.println(line);
        }
    }
}
