package dev.capstan.kit.security;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers tokens whose signature was checked a moment ago: the same one comes with every call of its bearer, and checking it anew costs more
 * than all else that is done before a call is served.
 *
 * <p>Only the very same text is recognised, signature included, and its time is checked on every call. A key that the issuer withdrew counts
 * for {@link #LONGEST} longer here than its copy of the issuer's keys, which is refreshed every five minutes.
 */
final class RecentTokens implements JwtDecoder {

    static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int MOST = 1_000;

    private final JwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> time;
    private final Map<String, Checked> recent = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Checked> eldest) {
            return size() > MOST;
        }
    };

    /**
     * Remembers what {@code decoder} accepts.
     *
     * @param time whether a token counts at this moment
     */
    RecentTokens(JwtDecoder decoder, OAuth2TokenValidator<Jwt> time) {
        this.decoder = decoder;
        this.time = time;
    }

    @Override
    public Jwt decode(String token) {
        return recent(token).orElseGet(() -> {
            Jwt jwt = decoder.decode(token);
            remember(token, jwt);
            return jwt;
        });
    }

    /** One that ran out meanwhile goes to the decoder, which says so. */
    private Optional<Jwt> recent(String token) {
        Checked checked = find(token);
        return checked == null
                        || checked.isOld()
                        || time.validate(checked.jwt()).hasErrors()
                ? Optional.empty()
                : Optional.of(checked.jwt());
    }

    private synchronized @Nullable Checked find(String token) {
        return recent.get(token);
    }

    private synchronized void remember(String token, Jwt jwt) {
        recent.remove(token);
        recent.put(token, new Checked(jwt, System.nanoTime()));
    }

    private record Checked(Jwt jwt, long atNanos) {

        boolean isOld() {
            return System.nanoTime() - atNanos > LONGEST.toNanos();
        }
    }
}
