package dev.capstan.launcher.testing;

import dev.capstan.launcher.LaunchFailure;
import dev.capstan.launcher.component.JavaCommand;
import dev.capstan.launcher.process.ProcessSpec;
import dev.capstan.launcher.process.RunningProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Finds the host of a test stack or starts it. */
final class HostStart {

    private static final Duration LIMIT = Duration.ofMinutes(10); // an empty cache is filled first
    private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx64m");

    private final Path folder;

    HostStart(Path folder) {
        this.folder = folder;
    }

    Optional<StackState> running() {
        try {
            return StackState.read(folder.resolve("state"))
                    .filter(state -> state.host().isAlive());
        } catch (IOException e) {
            throw new LaunchFailure("cannot read the state of the test stack in " + folder, e);
        }
    }

    StackState start() {
        Path log = folder.resolve("logs").resolve("host.log");
        RunningProcess host = RunningProcess.start(new ProcessSpec(command(), environment(), folder, log));
        long end = System.nanoTime() + LIMIT.toNanos();
        while (host.isAlive() && System.nanoTime() < end) {
            Optional<StackState> state = running();
            if (state.isPresent()) {
                return state.get();
            }
            pause();
        }
        throw new LaunchFailure("the test stack did not start; see " + log);
    }

    private List<String> command() {
        JavaCommand command = JavaCommand.of(FLAGS).property("user.timezone", "UTC");
        String repository = System.getProperty("maven.repo.local", System.getProperty("localRepository"));
        if (repository != null) {
            command.property("maven.repo.local", repository);
        }
        return command.classPath(classPath()).run(StackHost.class.getName(), folder.toString());
    }

    /** That of the test without its logging, whose settings are the test's business and may write a lot. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("logback"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** What the host needs to fill the cache the way its user wants it filled. */
    private static Map<String, String> environment() {
        return System.getenv().entrySet().stream()
                .filter(entry -> List.of("CAPSTAN_CACHE", "MAVEN_OPTS").contains(entry.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            throw LaunchFailure.interrupted("waiting for the test stack", e);
        }
    }
}
