package dev.capstan.kit.client;

import dev.capstan.kit.settings.StartRefused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/**
 * This service's own token by client credentials. It is renewed well before its end, and while Keycloak is away the old one serves until
 * it really ends.
 */
final class ServiceToken {

    private static final Logger log = LoggerFactory.getLogger(ServiceToken.class);
    private static final Duration RENEW_BEFORE_END = Duration.ofSeconds(30);
    private static final Duration MARGIN = Duration.ofSeconds(5);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final RestClient keycloak;
    private final Clock clock;
    private final String clientId;
    private final @Nullable String clientSecret;
    private final ReentrantLock renewing = new ReentrantLock();

    private volatile @Nullable Token token;
    private volatile Instant nextAttempt = Instant.MIN;

    private record Token(String value, Instant end) {}

    /**
     * Not asked for before it is needed.
     *
     * @param keycloak client whose base URL is the token endpoint
     */
    ServiceToken(RestClient keycloak, Clock clock, String clientId, @Nullable String clientSecret) {
        this.keycloak = keycloak;
        this.clock = clock;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    /** A token that is good for a few seconds at least. Waits only when there is none. */
    String value() {
        Token now = token;
        if (now != null && isGood(now) && (!isEnding(now) || !mayRenew())) {
            return now.value();
        }
        return now != null && isGood(now) ? renewedByOne(now) : firstOrNew();
    }

    /** One thread renews, the others go on with the token they have. */
    private String renewedByOne(Token now) {
        if (!renewing.tryLock()) {
            return now.value();
        }
        try {
            return fetch();
        } catch (RestClientException e) {
            nextAttempt = clock.instant().plus(AFTER_FAILURE);
            log.warn("Own token was not renewed, the old one serves until {}: {}", now.end(), e.getMessage());
            return now.value();
        } finally {
            renewing.unlock();
        }
    }

    private String firstOrNew() {
        renewing.lock();
        try {
            Token now = token;
            return now != null && isGood(now) ? now.value() : fetch();
        } finally {
            renewing.unlock();
        }
    }

    private String fetch() {
        if (clientSecret == null || clientSecret.isEmpty()) {
            throw new StartRefused("capstan.security.client-secret is not set: expected a file of this name in the"
                    + " folder CAPSTAN_SECRETS_DIR, because this service calls others");
        }
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("grant_type", "client_credentials");
        form.add("client_id", clientId);
        form.add("client_secret", clientSecret);
        JsonNode answer = Objects.requireNonNull(keycloak.post()
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .body(JsonNode.class));
        String value = answer.path("access_token").asString();
        token = new Token(
                value, clock.instant().plusSeconds(answer.path("expires_in").asLong()));
        return value;
    }

    private boolean isGood(Token candidate) {
        return clock.instant().isBefore(candidate.end().minus(MARGIN));
    }

    private boolean isEnding(Token candidate) {
        return !clock.instant().isBefore(candidate.end().minus(RENEW_BEFORE_END));
    }

    private boolean mayRenew() {
        return !clock.instant().isBefore(nextAttempt);
    }
}
