package dev.capstan.bench.stack;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** A token that does not run out under a long load: one caller fetches the next in time, the others go on with the one they have. */
public final class FreshToken {

    private static final Duration RENEW_AFTER = Duration.ofMinutes(4);

    private final Supplier<String> login;
    private final ReentrantLock renewing = new ReentrantLock();
    private volatile String value;
    private volatile long fetched = System.nanoTime();

    public FreshToken(Supplier<String> login) {
        this.login = login;
        this.value = login.get();
    }

    /** One that has at least ten minutes left. */
    public String value() {
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
