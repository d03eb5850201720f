package dev.capstan.kit.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** This service's own token, fetched when it is first needed and again shortly before it ends. One fetch at a time. */
final class ServiceToken {

    /** Longer than any call takes, so that a token does not end under way. */
    private static final Duration MARGIN = Duration.ofSeconds(20);

    private final Supplier<Granted> grant;
    private final Clock clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable Held held;

    /** What Keycloak grants. */
    record Granted(String token, Duration validity) {}

    private record Held(String token, Instant freshUntil) {}

    ServiceToken(Supplier<Granted> grant, Clock clock) {
        this.grant = grant;
        this.clock = clock;
    }

    /** A token that is good for at least a few seconds more. Fails as the token endpoint fails. */
    String value() {
        Held now = held;
        return now != null && clock.instant().isBefore(now.freshUntil()) ? now.token() : fetchOnce(now);
    }

    /** The other side refused it, e.g. after a change of signing keys: the next call fetches another. */
    void refused(String token) {
        Held now = held;
        if (now != null && now.token().equals(token)) {
            held = null;
        }
    }

    private String fetchOnce(@Nullable Held seen) {
        fetching.lock();
        try {
            Held now = held;
            if (now != null && !now.equals(seen)) {
                return now.token();
            }
            Granted granted = grant.get();
            Duration fresh = granted.validity().minus(MARGIN);
            held = new Held(granted.token(), clock.instant().plus(fresh.isNegative() ? Duration.ZERO : fresh));
            return granted.token();
        } finally {
            fetching.unlock();
        }
    }
}
