package dev.capstan.kit.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
 * <p>Only the very same text is recognised, signature included, by its SHA-256, so that nothing here can be used as a token; its time is
 * checked on every call. A key that the issuer withdrew counts for as long as a token is remembered, after our copy of the issuer's keys was
 * refreshed ({@link KeyFreshness}: together less than a minute).
 */
final class RecentTokens implements JwtDecoder {

    private static final int MOST = 1_000;

    private final JwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> time;
    private final Duration longest;
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
     * @param longest after which a signature is checked again
     */
    RecentTokens(JwtDecoder decoder, OAuth2TokenValidator<Jwt> time, Duration longest) {
        this.decoder = decoder;
        this.time = time;
        this.longest = longest;
    }

    @Override
    public Jwt decode(String token) {
        String hash = hash(token);
        return recent(hash).orElseGet(() -> {
            Jwt jwt = decoder.decode(token);
            remember(hash, jwt);
            return jwt;
        });
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return new String(digest, StandardCharsets.ISO_8859_1);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** One that ran out meanwhile goes to the decoder, which says so. */
    private Optional<Jwt> recent(String hash) {
        Checked checked = find(hash);
        return checked == null
                        || System.nanoTime() - checked.atNanos() > longest.toNanos()
                        || time.validate(checked.jwt()).hasErrors()
                ? Optional.empty()
                : Optional.of(checked.jwt());
    }

    private synchronized @Nullable Checked find(String hash) {
        return recent.get(hash);
    }

    private synchronized void remember(String hash, Jwt jwt) {
        recent.remove(hash);
        recent.put(hash, new Checked(jwt, System.nanoTime()));
    }

    private record Checked(Jwt jwt, long atNanos) {}
}
