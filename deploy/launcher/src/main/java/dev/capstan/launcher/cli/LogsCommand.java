package dev.capstan.launcher.cli;

import dev.capstan.launcher.LaunchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what processes wrote. */
@Command(
        name = "logs",
        mixinStandardHelpOptions = true,
        description = "Shows the last lines of one process's log, or of all.")
final class LogsCommand implements Callable<Integer> {

    @Mixin
    private final StackSelection selection = new StackSelection();

    @Parameters(
            arity = "0..1",
            paramLabel = "SERVICE",
            description = "As ./capstan status names it; launcher for the launcher's own. Without it: all.")
    private @Nullable String service;

    @Option(names = "-f", description = "Go on with what is written from now on, until Ctrl-C.")
    private boolean follow;

    @Option(names = "-n", paramLabel = "LINES", description = "How many lines. Default: ${DEFAULT-VALUE}.")
    private int lines = 40;

    @Override
    public Integer call() {
        List<Path> files = files();
        try {
            new LogTail(files, selection.out()).show(lines, follow);
            return 0;
        } catch (IOException e) {
            throw new LaunchFailure("cannot read the logs: " + e.getMessage(), e);
        }
    }

    private List<Path> files() {
        try (Stream<Path> found = Files.list(selection.folder().logs())) {
            List<Path> all = found.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
            if (service == null) {
                return all;
            }
            Path wanted = selection.folder().log(service);
            if (!all.contains(wanted)) {
                throw new LaunchFailure("no process named " + service + " has a log; there are "
                        + String.join(", ", all.stream().map(LogTail::name).toList()));
            }
            return List.of(wanted);
        } catch (IOException e) {
            throw new LaunchFailure("there are no logs in " + selection.folder().root(), e);
        }
    }
}
