package dev.capstan.kit.client;

import dev.capstan.kit.correlation.Correlation;
import dev.capstan.kit.json.EventJson;
import dev.capstan.kit.security.ReplicaClients;
import dev.capstan.kit.security.ServiceClients;
import dev.capstan.kit.settings.CapstanSettings;
import dev.capstan.kit.settings.StartRefused;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.RestClient;

/** One client per service, sharing one pool of connections. */
final class HttpServiceClients implements ServiceClients, ReplicaClients {

    /** To one replica at once; as many as a server has threads for requests. */
    private static final int MOST_CONNECTIONS = 200;

    private final CapstanSettings settings;
    private final EventJson json;
    private final ClientHttpRequestFactory connections;
    private final ServiceToken token;
    private final Map<String, RestClient> clients = new ConcurrentHashMap<>();

    HttpServiceClients(
            CapstanSettings settings, ClientSettings limits, EventJson json, Clock clock, String serviceName) {
        this.settings = settings;
        this.json = json;
        this.connections = connections(limits);
        CapstanSettings.SecuritySettings security = settings.security();
        this.token = new ServiceToken(
                builder().baseUrl(security.tokenUri()).build(),
                clock,
                Objects.requireNonNullElse(security.clientId(), serviceName),
                security.clientSecret());
    }

    private static ClientHttpRequestFactory connections(ClientSettings limits) {
        ConnectionConfig perConnection = ConnectionConfig.custom()
                .setConnectTimeout(
                        Timeout.ofMilliseconds(limits.connectTimeout().toMillis()))
                .setSocketTimeout(Timeout.ofMilliseconds(limits.readTimeout().toMillis()))
                // Shorter than a server keeps an idle connection: one that it is about to close is not written to.
                .setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
                .setIdleTimeout(Timeout.ofSeconds(10))
                .build();
        // The caller's thread writes and reads by itself: a client that hands calls to threads of its own costs more
        // than the call.
        CloseableHttpClient client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDefaultConnectionConfig(perConnection)
                        .setMaxConnPerRoute(MOST_CONNECTIONS)
                        .setMaxConnTotal(MOST_CONNECTIONS * 4)
                        .build())
                // No server between us speaks another protocol on a plain connection.
                .setDefaultRequestConfig(
                        RequestConfig.custom().setProtocolUpgradeEnabled(false).build())
                // Whether a request may be repeated is for its caller to know.
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
        HttpComponentsClientHttpRequestFactory factory = new HttpComponentsClientHttpRequestFactory(client);
        factory.setConnectionRequestTimeout(limits.connectTimeout());
        factory.setReadTimeout(limits.readTimeout());
        return factory;
    }

    @Override
    public RestClient to(String service) {
        return clients.computeIfAbsent(service, this::open);
    }

    @Override
    public RestClient at(String baseUrl) {
        return clients.computeIfAbsent(
                baseUrl,
                url -> builder()
                        .baseUrl(url)
                        .requestInterceptor(this::identified)
                        .build());
    }

    private RestClient open(String service) {
        List<String> replicas = settings.replicasOf(service);
        if (replicas.isEmpty()) {
            throw new StartRefused("capstan.services." + service + " is not set: expected a URL, e.g."
                    + " http://127.0.0.1:8081 (environment CAPSTAN_URL_"
                    + service.replace('-', '_').toUpperCase(java.util.Locale.ROOT) + ")");
        }
        return builder()
                // Only the path counts; the host is chosen per call.
                .baseUrl("http://" + service)
                .requestInterceptor(this::identified)
                .requestInterceptor(new Replicas(replicas))
                .build();
    }

    private ClientHttpResponse identified(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws java.io.IOException {
        HttpHeaders headers = request.getHeaders();
        headers.setBearerAuth(token.value());
        String correlationId = Correlation.current();
        if (correlationId != null) {
            headers.set(Correlation.HTTP_HEADER, correlationId);
        }
        return execution.execute(request, body);
    }

    private RestClient.Builder builder() {
        return RestClient.builder()
                .requestFactory(connections)
                .configureMessageConverters(converters -> converters
                        .registerDefaults()
                        .withJsonConverter(new JacksonJsonHttpMessageConverter(json.mapper())));
    }
}
