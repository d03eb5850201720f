package dev.capstan.launcher.stack;

import java.util.concurrent.Semaphore;

/** Lets few JVMs boot at once: more would only make all of them slower, and some too slow for their limit. */
final class BootSlots {

    private static final int AT_ONCE = 2;

    private final Semaphore slots = new Semaphore(AT_ONCE, true);

    /** Runs a boot when there is room, or at once. */
    void boot(boolean inTurn, Runnable work) {
        if (!inTurn) {
            work.run();
            return;
        }
        slots.acquireUninterruptibly();
        try {
            work.run();
        } finally {
            slots.release();
        }
    }
}
