package dev.capstan.execution.background;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs one round after the other on one virtual thread. A round that fails is logged and tried again: what it does not do now, it must find later. */
public final class BackgroundLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(BackgroundLoop.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(2);

    private final String name;
    private final Duration interval;
    private final int phase;
    private final BooleanSupplier round;
    private final Calm calm;
    private final Semaphore signal = new Semaphore(0);
    private volatile boolean running;
    private Thread thread = Thread.ofVirtual().unstarted(() -> {});

    /**
     * A loop that starts with the application.
     *
     * @param phase loops of a lower phase start earlier and stop later
     */
    public BackgroundLoop(String name, Duration interval, int phase, Runnable round) {
        this(name, interval, phase, Calm.NEVER, () -> {
            round.run();
            return true;
        });
    }

    /**
     * A loop that looks less often while there is nothing to do.
     *
     * @param calm how it slows down
     * @param round whether it found anything
     */
    public BackgroundLoop(String name, Duration interval, int phase, Calm calm, BooleanSupplier round) {
        this.calm = calm;
        this.name = name;
        this.interval = interval;
        this.phase = phase;
        this.round = round;
    }

    /** Starts the next round at once; the loop takes its usual pace again. */
    public void signal() {
        signal.release();
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofVirtual().name(name).start(this::run);
    }

    @Override
    public synchronized void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join(STOP_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return phase;
    }

    private void run() {
        int quietRounds = 0;
        while (running) {
            try {
                boolean found = round.getAsBoolean();
                boolean called = awaitSignal(found || quietRounds < calm.after() ? interval : calm.interval());
                quietRounds = found || called ? 0 : Math.min(quietRounds + 1, calm.after());
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failed) {
                logAndPause(failed);
            }
        }
    }

    private boolean awaitSignal(Duration atMost) throws InterruptedException {
        boolean called = signal.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
        signal.drainPermits();
        return called;
    }

    private void logAndPause(RuntimeException failed) {
        if (!running) {
            return;
        }
        log.warn("Round of {} failed, the next one follows: {}", name, failed.toString(), failed);
        try {
            // Without the pause a broken database would be asked as fast as it can refuse.
            Thread.sleep(interval);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
