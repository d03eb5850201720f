package dev.capstan.bench.stack;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Looks at the memory of all processes every ten seconds and keeps the highest sum. */
public final class PeakMemory implements AutoCloseable {

    /** Reading the memory of sixty processes costs processor time that the orders would have. */
    private static final long PAUSE = 10_000_000_000L;

    private final AtomicLong peak = new AtomicLong();
    private final Thread thread;
    private volatile boolean open = true;

    public PeakMemory(BenchStack stack) {
        thread = Thread.ofVirtual().name("peak-memory").start(() -> {
            while (open) {
                peak.accumulateAndGet(stack.memory(), Math::max);
                LockSupport.parkNanos(PAUSE);
            }
        });
    }

    /** Bytes. */
    public long peak() {
        return peak.get();
    }

    @Override
    public void close() {
        open = false;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
