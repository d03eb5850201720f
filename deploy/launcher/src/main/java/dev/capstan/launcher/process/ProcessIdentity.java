package dev.capstan.launcher.process;

import dev.capstan.launcher.LaunchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A process by number, start time and boot of the machine: together they never name another process.
 *
 * @param startTicks clock ticks between the machine's boot and the start of the process
 * @param bootId the kernel's name for this boot
 */
public record ProcessIdentity(long pid, long startTicks, String bootId) {

    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
    /** Places in {@code /proc/PID/stat}, counted behind the command, which may itself hold blanks and parentheses. */
    private static final int STATE = 0;

    private static final int START_TICKS = 19;

    /** The process that has this number now, or nothing when none has. */
    public static Optional<ProcessIdentity> of(long pid) {
        return stat(pid)
                .map(fields -> new ProcessIdentity(pid, Long.parseLong(fields.get(START_TICKS)), currentBoot()));
    }

    /** This very process. */
    public static ProcessIdentity self() {
        return of(ProcessHandle.current().pid()).orElseThrow();
    }

    /** Reads what {@link #toString()} wrote. */
    public static ProcessIdentity parse(String text) {
        String[] parts = text.strip().split(" ");
        if (parts.length != 3) {
            throw new IllegalArgumentException("expected 'pid ticks boot', got: " + text);
        }
        return new ProcessIdentity(Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2]);
    }

    /** Whether it still runs; a process that has ended but was not yet collected by its parent does not. */
    public boolean isAlive() {
        return stat(pid)
                .filter(fields -> !"Z".equals(fields.get(STATE)) && !"X".equals(fields.get(STATE)))
                .map(fields -> Long.parseLong(fields.get(START_TICKS)) == startTicks
                        && currentBoot().equals(bootId))
                .orElse(false);
    }

    /** Whether it is frozen by {@link Signal#STOP}. */
    public boolean isSuspended() {
        return isAlive()
                && stat(pid).map(fields -> "T".equals(fields.get(STATE))).orElse(false);
    }

    /** Sends the signal if the process still runs. */
    public void signal(Signal signal) {
        if (!isAlive()) {
            return;
        }
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + pid)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new LaunchFailure("cannot send " + signal + " to process " + pid, e);
        } catch (InterruptedException e) {
            throw LaunchFailure.interrupted("sending " + signal + " to process " + pid, e);
        }
    }

    /** Waits until it has ended; false when the limit passed first. */
    public boolean awaitEnd(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (isAlive()) {
            if (System.nanoTime() >= end) {
                return false;
            }
            pause();
        }
        return true;
    }

    /** Asks with {@code first}, and kills when the limit has passed. */
    public void end(Signal first, Duration limit) {
        signal(first);
        // A frozen process would never hear the request.
        signal(Signal.CONT);
        if (!awaitEnd(limit)) {
            signal(Signal.KILL);
            awaitEnd(limit);
        }
    }

    @Override
    public String toString() {
        return pid + " " + startTicks + " " + bootId;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            throw LaunchFailure.interrupted("waiting for a process to end", e);
        }
    }

    private static Optional<List<String>> stat(long pid) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return Optional.of(
                    List.of(line.substring(line.lastIndexOf(')') + 2).strip().split(" ")));
        } catch (IOException e) {
            return Optional.empty(); // there is no such process
        }
    }

    private static String currentBoot() {
        try {
            return Files.readString(BOOT_ID).strip();
        } catch (IOException e) {
            throw new LaunchFailure("cannot read " + BOOT_ID + "; the launcher needs Linux", e);
        }
    }
}
