package dev.capstan.marketdata.candle;

import dev.capstan.kit.security.Role;
import dev.capstan.kit.testing.ServiceUnderTest;
import dev.capstan.kit.testing.TestTokens;
import dev.capstan.launcher.testing.TestDatabase;
import dev.capstan.marketdata.MarketDataApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running service without a feed, spoken to over HTTP. */
final class CandleStore implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final ServiceUnderTest settings = ServiceUnderTest.named("market-data-service", "market_data");
    private final ConfigurableApplicationContext service =
            SpringApplication.run(MarketDataApplication.class, settings.arguments());
    private final HttpClient http = HttpClient.newHttpClient();

    /** An answer. */
    record Answer(int status, String text) {

        JsonNode json() {
            return JsonMapper.shared().readTree(text);
        }
    }

    <T> T bean(Class<T> type) {
        return service.getBean(type);
    }

    TestDatabase database() {
        return settings.database();
    }

    int port() {
        return Integer.parseInt(service.getEnvironment().getRequiredProperty("local.server.port"));
    }

    Answer get(String path) {
        return send(request(path, Role.VIEWER).GET());
    }

    /** Sends a plain file as a trader. */
    Answer post(String query, String csv) {
        return post(query, "text/csv", BodyPublishers.ofString(csv), Role.TRADER);
    }

    Answer post(String query, String type, BodyPublisher body, Role role) {
        return send(request("/api/candles/imports?" + query, role)
                .header("Content-Type", type)
                .POST(body));
    }

    private HttpRequest.Builder request(String path, Role role) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(LIMIT)
                .header("Authorization", bearer(role));
    }

    String bearer(Role role) {
        return TestTokens.shared().bearer("somebody", role);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        service.close();
    }
}
