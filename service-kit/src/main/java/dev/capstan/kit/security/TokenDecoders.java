package dev.capstan.kit.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import dev.capstan.kit.settings.CapstanSettings.SecuritySettings;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Checks tokens with Keycloak's published keys. They are read when first needed and kept through an outage of Keycloak. */
final class TokenDecoders {

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(10);
    private static final int CONNECT_MILLIS = 500;
    private static final int READ_MILLIS = 1000;
    private static final int MAX_KEY_SET_BYTES = 100_000;
    private static final long KEYS_USABLE_MILLIS = Duration.ofHours(12).toMillis();
    private static final long REFRESH_INTERVAL_MILLIS = Duration.ofSeconds(5).toMillis();

    private TokenDecoders() {}

    static JwtDecoder of(SecuritySettings settings) {
        return of(settings, KeyFreshness.STANDARD);
    }

    static JwtDecoder of(SecuritySettings settings, KeyFreshness freshness) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys(settings.jwkSetUri(), freshness))
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .build();
        decoder.setJwtValidator(validator(settings));
        return new RecentTokens(
                token -> decode(decoder, token), new JwtTimestampValidator(CLOCK_SKEW), freshness.tokens());
    }

    private static JWKSource<SecurityContext> keys(String uri, KeyFreshness freshness) {
        return JWKSourceBuilder.<SecurityContext>create(
                        url(uri), new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, MAX_KEY_SET_BYTES))
                .cache(freshness.keys().toMillis(), freshness.longestWait().toMillis())
                .refreshAheadCache(freshness.ahead().toMillis(), false)
                .rateLimited(Math.min(REFRESH_INTERVAL_MILLIS, freshness.keys().toMillis() / 2))
                .outageTolerant(KEYS_USABLE_MILLIS)
                .retrying(true)
                .build();
    }

    private static OAuth2TokenValidator<Jwt> validator(SecuritySettings settings) {
        return new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(CLOCK_SKEW),
                new JwtIssuerValidator(settings.issuerUri()),
                new JwtClaimValidator<List<String>>(
                        "aud", audience -> audience != null && audience.contains(settings.audience())));
    }

    /** A stream of tokens with made-up key ids exhausts the refreshes; that is the callers' fault and not an outage. */
    private static Jwt decode(JwtDecoder decoder, String token) {
        try {
            return decoder.decode(token);
        } catch (JwtException e) {
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof RateLimitReachedException) {
                    throw new BadJwtException("signed with an unknown key", e);
                }
            }
            throw e;
        }
    }

    private static URL url(String uri) {
        try {
            return URI.create(uri).toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(uri, e);
        }
    }
}
