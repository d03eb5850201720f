package dev.capstan.execution.session;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/**
 * Ends sessions in good order: when the loops that take and renew them have stopped, submits already written get a moment for their
 * answers, then the leases are given away, so that another replica need not wait for them to run out.
 */
final class SessionFarewell implements SmartLifecycle {

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final SessionKeeper keeper;
    private final UnansweredSubmits submits;
    private final Duration patience;
    private final int phase;
    private volatile boolean running;

    SessionFarewell(SessionKeeper keeper, UnansweredSubmits submits, Duration patience, int phase) {
        this.keeper = keeper;
        this.submits = submits;
        this.patience = patience;
        this.phase = phase;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            keeper.endAll();
            long end = System.nanoTime() + patience.toNanos();
            while (submits.inFlight() > 0 && System.nanoTime() < end) {
                Thread.sleep(LOOK_EVERY);
            }
            keeper.releaseAll();
        } catch (InterruptedException stopped) {
            // The leases run out by themselves.
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
}
