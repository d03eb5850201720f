package dev.capstan.crashpoints;

import java.io.IOException;

/** Sends a signal to a process; replaced in unit tests, which would rather live on. */
@FunctionalInterface
interface Signals {

    void send(String signal, long pid) throws IOException;

    /**
     * Sends with the {@code kill} command and returns only when the signal did not end the process: a SIGKILL may reach this process a moment
     * after the command returned, and not one more line of the service may run until then.
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
    }
}
