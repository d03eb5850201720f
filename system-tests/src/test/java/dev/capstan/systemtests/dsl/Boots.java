package dev.capstan.systemtests.dsl;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Stacks boot one after the other: two at once would be as many JVMs again on two cores, and neither would be there sooner. */
final class Boots {

    /** So long it takes at most until a scenario that runs at all asks for the stack that most share. */
    private static final Duration MOMENT = Duration.ofSeconds(5);

    private static final CountDownLatch SHARED = new CountDownLatch(1);

    private Boots() {}

    /** The stack that most scenarios share. */
    static <T> T first(Supplier<T> boot) {
        synchronized (Boots.class) {
            SHARED.countDown();
            return boot.get();
        }
    }

    /** One for fewer: where both are wanted the other comes first. */
    static <T> T later(Supplier<T> boot) {
        try {
            boolean isWanted = SHARED.await(MOMENT.toMillis(), TimeUnit.MILLISECONDS);
            System.out.printf("a stack boots %s%n", isWanted ? "after the shared one" : "alone");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before a stack booted", e);
        }
        synchronized (Boots.class) {
            return boot.get();
        }
    }
}
