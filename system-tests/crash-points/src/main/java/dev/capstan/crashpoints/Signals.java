package dev.capstan.crashpoints;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Sends a signal to a process; replaced in unit tests, which would rather live on. */
@FunctionalInterface
interface Signals {

    void send(String signal, long pid) throws IOException;

    /** A stop has reached every thread by then, also on a machine with more work than cores. */
    Duration UNTIL_IT_STANDS = Duration.ofMillis(500);

    /**
     * Sends with the {@code kill} command. The signal reaches this process a moment after the command returned (11 ms were seen), and not one
     * more line of the service may run until then: after a SIGKILL this never returns, after a SIGSTOP only once the process was let go on.
     */
    static void sendToSelf(String signal, long pid) throws IOException {
        Process kill = new ProcessBuilder("kill", signal, Long.toString(pid))
                .inheritIO()
                .start();
        try {
            int status = kill.waitFor();
            if (status != 0) {
                throw new IOException("kill " + signal + " " + pid + " answered " + status);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if ("-KILL".equals(signal)) {
            Runtime.getRuntime().halt(137);
        }
        long end = System.nanoTime() + UNTIL_IT_STANDS.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
