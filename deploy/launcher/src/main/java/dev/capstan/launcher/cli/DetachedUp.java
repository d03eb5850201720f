package dev.capstan.launcher.cli;

import dev.capstan.launcher.LaunchFailure;
import dev.capstan.launcher.cli.StackReport.Phase;
import dev.capstan.launcher.component.JavaCommand;
import dev.capstan.launcher.process.ProcessSpec;
import dev.capstan.launcher.process.RunningProcess;
import dev.capstan.launcher.process.Signal;
import dev.capstan.launcher.stack.DataFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Starts a launcher in the background and follows its report until the stack is ready. */
final class DetachedUp {

    private static final String LOG = "launcher";
    private static final int SHOWN_LINES = 15;

    private final DataFolder folder;
    private final PrintWriter out;
    private String shownNote = "";

    DetachedUp(DataFolder folder, PrintWriter out) {
        this.folder = folder;
        this.out = out;
    }

    int run(List<String> arguments) {
        Display display = Display.on(out, false, Clock.systemUTC());
        keepEarlierLogAside();
        RunningProcess launcher = RunningProcess.start(background(arguments));
        // Ctrl-C before it is ready means: not this stack.
        Thread giveUp = new Thread(() -> launcher.end(Signal.TERM, Duration.ofSeconds(10)));
        Runtime.getRuntime().addShutdownHook(giveUp);
        StackReport report = follow(launcher, display);
        display.leave();
        Runtime.getRuntime().removeShutdownHook(giveUp);
        out.println(report.message());
        out.flush();
        return 0;
    }

    private void keepEarlierLogAside() {
        Path log = folder.log(LOG);
        try {
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(LOG + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new LaunchFailure("cannot put " + log + " aside", e);
        }
    }

    private StackReport follow(RunningProcess launcher, Display display) {
        while (true) {
            Optional<StackReport> report = StackReport.ofRunning(folder)
                    .filter(found -> found.identity().equals(launcher.identity()));
            report.ifPresent(found -> show(found, display));
            display.tick();
            if (report.isPresent() && report.get().phase() == Phase.READY) {
                return report.get();
            }
            if (!launcher.isAlive()) {
                display.leave();
                throw new LaunchFailure("the stack did not start: " + reason(launcher));
            }
            pause();
        }
    }

    private void show(StackReport report, Display display) {
        if (report.phase() == Phase.STARTING && !report.message().equals(shownNote)) {
            shownNote = report.message();
            display.says(shownNote);
        }
        report.processes().forEach(display::changed);
    }

    private ProcessSpec background(List<String> arguments) {
        List<String> words = new ArrayList<>(arguments);
        words.add("--background");
        List<String> command = JavaCommand.of(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m"))
                .property("capstan.home", StackSelection.repository())
                .classPath(System.getProperty("java.class.path"))
                .run(Capstan.class.getName(), words.toArray(String[]::new));
        Map<String, String> ours = System.getenv().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("CAPSTAN_")
                        || entry.getKey().equals("FRONTEND_URL")
                        || entry.getKey().equals("MAVEN_OPTS"))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        return new ProcessSpec(command, ours, Path.of("").toAbsolutePath(), folder.log(LOG));
    }

    /** In its own words if it came far enough to have some. */
    private String reason(RunningProcess launcher) {
        return StackReport.last(folder)
                .filter(report -> report.identity().equals(launcher.identity()) && report.phase() != Phase.STARTING)
                .map(StackReport::message)
                .filter(message -> !message.isBlank())
                .orElseGet(() -> folder.log(LOG) + " ends with:\n" + tail());
    }

    private String tail() {
        try {
            List<String> lines = Files.readAllLines(folder.log(LOG));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
        } catch (IOException e) {
            return "(unreadable: " + e.getMessage() + ")";
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(250);
        } catch (InterruptedException e) {
            throw LaunchFailure.interrupted("waiting for the stack", e);
        }
    }
}
