package dev.capstan.launcher.component;

import dev.capstan.launcher.LaunchFailure;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Servers that were ready a moment ago may still be finding each other, so what they are asked to do is asked again for a while. */
public final class Attempts {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Attempts() {}

    /**
     * What the step gives when it first succeeds; it must be one that may be repeated.
     *
     * @throws LaunchFailure of the last attempt, after a minute of them
     */
    public static <T> T untilDone(Supplier<T> step) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            try {
                return step.get();
            } catch (LaunchFailure e) {
                if (System.nanoTime() - end > 0) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            throw LaunchFailure.interrupted("waiting for a server", e);
        }
    }
}
