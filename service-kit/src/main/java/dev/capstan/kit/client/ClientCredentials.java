package dev.capstan.kit.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.capstan.kit.settings.CapstanSettings.SecuritySettings;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;

/** Asks Keycloak for a token of this service (OAuth 2.0 client credentials, RFC 6749 section 4.4). */
final class ClientCredentials implements Supplier<ServiceToken.Granted> {

    private final RestClient client;
    private final SecuritySettings settings;
    private final String clientId;

    ClientCredentials(RestClient client, SecuritySettings settings, String clientId) {
        this.client = client;
        this.settings = settings;
        this.clientId = clientId;
    }

    private record TokenAnswer(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expires_in") long expiresInSeconds) {}

    @Override
    public ServiceToken.Granted get() {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("grant_type", "client_credentials");
        TokenAnswer answer = client.post()
                .uri(settings.tokenUri())
                .headers(headers -> headers.setBasicAuth(clientId, secret()))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .requiredBody(TokenAnswer.class);
        return new ServiceToken.Granted(answer.accessToken(), Duration.ofSeconds(answer.expiresInSeconds()));
    }

    private String secret() {
        String secret = settings.clientSecret();
        if (secret == null) {
            throw new IllegalStateException(
                    "capstan.security.client-secret is not set, so no other service can be called");
        }
        return secret;
    }
}
