package dev.capstan.marketdata;

import dev.capstan.kit.security.Role;
import dev.capstan.kit.testing.ServiceUnderTest;
import dev.capstan.kit.testing.TestTokens;
import dev.capstan.simulator.VenueSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Replicas of market-data-service on one database, in front of one venue. */
final class Replicas implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ServiceUnderTest settings;
    private final Map<String, ConfigurableApplicationContext> running = new TreeMap<>();

    Replicas(VenueSimulator venue, String epoch, int speed) {
        settings = ServiceUnderTest.named("market-data-service", "market_data")
                .with("capstan.feed.rest-url", venue.restUrl())
                .with("capstan.feed.stream-url", venue.streamUrl())
                .with("capstan.feed.market-epoch", epoch)
                // History would come in between what a test watches coming in.
                .with("capstan.candles.upkeep.back-fill", "0s")
                .with("capstan.feed.market-speed", String.valueOf(speed));
    }

    Replicas with(String property, String value) {
        settings.with(property, value);
        return this;
    }

    void start(String instanceId) {
        running.put(
                instanceId,
                SpringApplication.run(
                        MarketDataApplication.class,
                        settings.with("capstan.instance-id", instanceId).arguments()));
    }

    void stop(String instanceId) {
        ConfigurableApplicationContext stopped = running.remove(instanceId);
        if (stopped != null) {
            stopped.close();
        }
    }

    String bootstrapServers() {
        return settings.properties().getOrDefault("capstan.kafka.bootstrap-servers", "");
    }

    /** The feed of the one venue, as this replica tells it. */
    JsonNode feed(String instanceId) {
        return JsonMapper.shared()
                .readTree(get(instanceId, "/api/feeds/health").body())
                .path("items")
                .path(0);
    }

    HttpResponse<String> get(String instanceId, String path) {
        ConfigurableApplicationContext replica = running.get(instanceId);
        if (replica == null) {
            throw new IllegalArgumentException(instanceId + " does not run");
        }
        String port = replica.getEnvironment().getRequiredProperty("local.server.port");
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", TestTokens.shared().bearer("victor", Role.VIEWER))
                .build());
    }

    static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        running.values().forEach(ConfigurableApplicationContext::close);
        running.clear();
    }
}
