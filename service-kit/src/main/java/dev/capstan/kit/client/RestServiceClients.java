package dev.capstan.kit.client;

import dev.capstan.kit.json.EventJson;
import dev.capstan.kit.security.ServiceClients;
import dev.capstan.kit.settings.CapstanSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.RestClient;

/** One client per service, made when first asked for. */
final class RestServiceClients implements ServiceClients {

    private final CapstanSettings settings;
    private final EventJson json;
    private final ServiceToken token;
    private final JdkClientHttpRequestFactory requests;
    private final Map<String, RestClient> clients = new ConcurrentHashMap<>();

    RestServiceClients(
            CapstanSettings settings, EventJson json, ServiceToken token, JdkClientHttpRequestFactory requests) {
        this.settings = settings;
        this.json = json;
        this.token = token;
        this.requests = requests;
    }

    @Override
    public RestClient to(String service) {
        return clients.computeIfAbsent(service, this::connect);
    }

    private RestClient connect(String service) {
        List<URI> replicas =
                settings.replicasOf(service).stream().map(URI::create).toList();
        if (replicas.isEmpty()) {
            throw new IllegalStateException("capstan.services." + service + " is not set: expected its base URL");
        }
        return RestClient.builder()
                .baseUrl(replicas.getFirst())
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .registerDefaults()
                        .withJsonConverter(new JacksonJsonHttpMessageConverter(json.mapper())))
                .requestInterceptor(new OwnIdentity(token))
                .requestInterceptor(new Replicas(replicas))
                .build();
    }

    /** Plain HTTP/1.1: between services on one network an upgrade costs a round trip and gains nothing. */
    static JdkClientHttpRequestFactory requests(ClientSettings limits) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(limits.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(client);
        factory.setReadTimeout(limits.readTimeout());
        return factory;
    }
}
