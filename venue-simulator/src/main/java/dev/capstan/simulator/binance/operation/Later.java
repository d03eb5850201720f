package dev.capstan.simulator.binance.operation;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Does things after a while, or again and again; what goes wrong then is logged and does not end it. */
public final class Later {

    private static final Logger LOG = Logger.getLogger(Later.class.getName());

    private final ScheduledExecutorService executor;

    public Later(ScheduledExecutorService executor) {
        this.executor = executor;
    }

    /** Runs {@code action} after {@code millis}; at once, on the caller's thread, when that is 0. */
    public void after(long millis, Runnable action) {
        if (millis == 0) {
            action.run();
        } else {
            var _ = executor.schedule(() -> safely(action), millis, TimeUnit.MILLISECONDS);
        }
    }

    /** Runs {@code action} every {@code millis}. */
    public void every(long millis, Runnable action) {
        var _ = executor.scheduleAtFixedRate(() -> safely(action), millis, millis, TimeUnit.MILLISECONDS);
    }

    private static void safely(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException failure) {
            LOG.log(Level.SEVERE, "a scheduled action failed", failure);
        }
    }
}
