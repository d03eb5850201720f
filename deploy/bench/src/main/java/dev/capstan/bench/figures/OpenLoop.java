package dev.capstan.bench.figures;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ObjLongConsumer;

/**
 * Starts work at a fixed rate whether or not earlier work has ended, and measures from the moment it was due. So a stall is not hidden by a
 * generator that waits for it.
 */
public final class OpenLoop {

    private OpenLoop() {}

    /**
     * Runs and waits, at most {@code drain} longer than the schedule, for what was started.
     *
     * @param work called with the index of the call and the {@link System#nanoTime} it was due at, each on a virtual thread of its own
     */
    public static void run(double perSecond, int calls, Duration drain, ObjLongConsumer<Integer> work)
            throws InterruptedException {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        long start = System.nanoTime();
        double gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
        for (int i = 0; i < calls; i++) {
            int index = i;
            long due = start + Math.round(i * gap);
            waitUntil(due);
            threads.execute(() -> work.accept(index, due));
        }
        threads.shutdown();
        if (!threads.awaitTermination(drain.toMillis(), TimeUnit.MILLISECONDS)) {
            threads.shutdownNow();
        }
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
