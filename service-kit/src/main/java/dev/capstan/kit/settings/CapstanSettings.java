package dev.capstan.kit.settings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What every service is told by whoever starts it.
 *
 * @param profile {@code local} or the name of another environment
 * @param instanceId stable name of this process, e.g. {@code execution-1}; a restarted process keeps it
 * @param advertisedUrl how peers reach this instance
 * @param port own HTTP port; 0 takes a free one
 * @param schema the service's schema, which is also its database user
 * @param database where the data is
 * @param kafka where the topics are
 * @param security whose tokens count, and who we are
 * @param http what this service lets in
 * @param services base URLs of the other services by name, each a comma-separated list of replicas
 */
@Validated
@ConfigurationProperties("capstan")
public record CapstanSettings(
        @NotNull(message = NAME) @Pattern(regexp = "[a-z][a-z0-9-]{0,31}", message = NAME)
        String profile,

        @NotNull(message = NAME) @Pattern(regexp = "[a-z][a-z0-9-]{0,62}", message = NAME)
        String instanceId,

        @NotNull(message = HTTP_URL) @Pattern(regexp = HTTP, message = HTTP_URL)
        String advertisedUrl,

        @NotNull(message = PORT) @Min(value = 0, message = PORT) @Max(value = 65535, message = PORT)
        Integer port,

        @NotNull(message = SCHEMA) @Pattern(regexp = "[a-z][a-z_]{0,30}", message = SCHEMA)
        String schema,

        @Valid @DefaultValue DatabaseSettings database,
        @Valid @DefaultValue KafkaSettings kafka,
        @Valid @DefaultValue SecuritySettings security,
        @Valid @DefaultValue HttpSettings http,
        @DefaultValue Map<String, String> services) {

    static final String HTTP = "https?://[^\\s/?#]+(/[^\\s?#]*)?";
    static final String HTTP_URL = "expected a URL, e.g. http://127.0.0.1:8081";
    private static final String NAME = "expected a name of lower case letters, digits and -, e.g. execution-1 or local";
    private static final String PORT = "expected a port from 0 to 65535";
    private static final String SECRET_FILE = "expected a file of this name in the folder CAPSTAN_SECRETS_DIR";
    private static final String SCHEMA = "expected the service's schema, e.g. execution, in its application.yaml";

    public CapstanSettings {
        services = Map.copyOf(services);
    }

    /** Base URLs of {@code service}, in the order given; empty when not set. */
    public List<String> replicasOf(String service) {
        return Stream.of(services.getOrDefault(service, "").split(","))
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .toList();
    }

    /**
     * Where the data is.
     *
     * @param url of the database, with its name
     * @param password of the user that has data rights only
     * @param ownerPassword of {@code <schema>_owner}, which Flyway runs as
     */
    public record DatabaseSettings(
            @NotNull(message = JDBC_URL) @Pattern(regexp = "jdbc:postgresql://\\S+", message = JDBC_URL)
            String url,

            @NotNull(message = SECRET_FILE) @Pattern(regexp = "(?s).+", message = SECRET_FILE)
            String password,

            @NotNull(message = SECRET_FILE) @Pattern(regexp = "(?s).+", message = SECRET_FILE)
            String ownerPassword) {

        private static final String JDBC_URL = "expected a URL, e.g. jdbc:postgresql://127.0.0.1:5442/capstan";

        @Override
        public String toString() {
            return "DatabaseSettings[url=" + url + "]";
        }
    }

    /**
     * Where the topics are.
     *
     * @param bootstrapServers brokers to begin with, comma-separated
     * @param enabled false in a service that neither publishes nor consumes
     */
    public record KafkaSettings(
            @NotNull(message = SERVERS) @Pattern(regexp = "[^\\s,:]+:[0-9]+(,[^\\s,:]+:[0-9]+)*", message = SERVERS)
            String bootstrapServers,

            @DefaultValue("true") boolean enabled) {

        private static final String SERVERS = "expected host:port, comma-separated, e.g. 127.0.0.1:9192";
    }

    /**
     * Whose tokens count, and who we are.
     *
     * @param issuerUri the {@code iss} of every token, as people reach Keycloak
     * @param jwkSetUri where the realm's signing keys are, as this service reaches Keycloak
     * @param tokenUri where this service gets its own tokens
     * @param audience the {@code aud} that a token must carry
     * @param clientId Keycloak client of this service, its own name when not set
     * @param clientSecret of {@code clientId}; needed by a service that calls others
     */
    public record SecuritySettings(
            @NotNull(message = HTTP_URL) @Pattern(regexp = HTTP, message = HTTP_URL)
            String issuerUri,

            @NotNull(message = HTTP_URL) @Pattern(regexp = HTTP, message = HTTP_URL)
            String jwkSetUri,

            @NotNull(message = HTTP_URL) @Pattern(regexp = HTTP, message = HTTP_URL)
            String tokenUri,

            @DefaultValue("capstan-api") String audience,
            @Nullable String clientId,
            @Nullable String clientSecret) {

        @Override
        public String toString() {
            return "SecuritySettings[issuerUri=" + issuerUri + ", audience=" + audience + ", clientId=" + clientId
                    + "]";
        }
    }

    /**
     * What this service lets in.
     *
     * @param maxBodySize largest body of a request, on every path that {@code bodyLimits} does not name
     * @param bodyLimits largest bodies of single paths, exactly as they are called
     * @param publicPaths path patterns that need no token beside {@code /health}, {@code /ready}, {@code /activity}, {@code /metrics} and
     *     {@code /openapi}
     */
    public record HttpSettings(
            @DefaultValue("64KB") DataSize maxBodySize,
            @DefaultValue Map<String, DataSize> bodyLimits,
            @DefaultValue List<String> publicPaths) {

        public HttpSettings {
            bodyLimits = Map.copyOf(bodyLimits);
            publicPaths = List.copyOf(publicPaths);
        }
    }
}
