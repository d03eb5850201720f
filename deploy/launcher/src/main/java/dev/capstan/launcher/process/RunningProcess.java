package dev.capstan.launcher.process;

import dev.capstan.launcher.LaunchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A process we started. */
public final class RunningProcess {

    private static final Duration COLLECTED = Duration.ofSeconds(1);

    private static final List<String> INHERITED = List.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "TZ", "TMPDIR");
    private static final long LOG_LIMIT = 20L * 1024 * 1024;

    private final Process process;
    private final ProcessIdentity identity;

    private RunningProcess(Process process, ProcessIdentity identity) {
        this.process = process;
        this.identity = identity;
    }

    /**
     * Starts it in a session of its own, so that Ctrl-C at the terminal reaches the launcher alone, which then ends everything in
     * the right order.
     */
    public static RunningProcess start(ProcessSpec spec) {
        try {
            prepareLog(spec.log());
            List<String> command = new ArrayList<>(List.of("setsid"));
            command.addAll(spec.command());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(spec.directory().toFile())
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
            builder.environment().keySet().retainAll(INHERITED);
            builder.environment().putAll(spec.environment());
            Process process = builder.start();
            return new RunningProcess(process, identityOf(process));
        } catch (IOException e) {
            throw new LaunchFailure("cannot start " + spec.command().getFirst() + ": " + e.getMessage(), e);
        }
    }

    public ProcessIdentity identity() {
        return identity;
    }

    public long pid() {
        return identity.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The exit code; only of a process that has ended. */
    public int exitCode() {
        return process.exitValue();
    }

    public CompletableFuture<Integer> onExit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    public void signal(Signal signal) {
        identity.signal(signal);
    }

    /** Asks with {@code first}, and kills when the limit has passed. */
    public void end(Signal first, Duration limit) {
        identity.end(first, limit);
        // Java collects what has ended on a thread of its own: only then does isAlive() say so.
        process.onExit()
                .completeOnTimeout(process, COLLECTED.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /** A process that ended at once has no entry in /proc any more, but its number is not given away before we collect it. */
    private static ProcessIdentity identityOf(Process process) {
        return ProcessIdentity.of(process.pid()).orElseGet(() -> new ProcessIdentity(process.pid(), -1, "ended"));
    }

    private static void prepareLog(Path log) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
