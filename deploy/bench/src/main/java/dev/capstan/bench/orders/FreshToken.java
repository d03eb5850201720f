package dev.capstan.bench.orders;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** A token that does not run out under a long load: one caller fetches the next in time, the others go on with the one they have. */
final class FreshToken {

    private static final Duration RENEW_AFTER = Duration.ofMinutes(4);

    private final Supplier<String> login;
    private final ReentrantLock renewing = new ReentrantLock();
    private volatile String value;
    private volatile long fetched = System.nanoTime();

    FreshToken(Supplier<String> login) {
        this.login = login;
        this.value = login.get();
    }

    String value() {
        if (System.nanoTime() - fetched > RENEW_AFTER.toNanos() && renewing.tryLock()) {
            try {
                value = login.get();
                fetched = System.nanoTime();
            } finally {
                renewing.unlock();
            }
        }
        return value;
    }
}
