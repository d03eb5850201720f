package dev.capstan.kit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.kit.correlation.Correlation;
import dev.capstan.kit.failure.Infrastructure;
import dev.capstan.kit.json.EventJson;
import dev.capstan.kit.json.JsonDialect;
import dev.capstan.kit.security.ServiceClients;
import dev.capstan.kit.settings.SettingsForTests;
import dev.capstan.kit.settings.StartRefused;
import dev.capstan.kit.testing.TestTokens;
import dev.capstan.launcher.process.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceClientsIT {

    record Answer(Quantity quantity) {}

    private final List<Map<String, String>> seen = new CopyOnWriteArrayList<>();
    private final TestTokens tokens = TestTokens.shared();
    private volatile Duration ahead = Duration.ZERO;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
            headers.put("path", exchange.getRequestURI().toString());
            seen.add(headers);
            byte[] body = "{\"quantity\":\"0.50\",\"added\":true}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void callsWithOurOwnTokenAndTheCorrelationIdAndIgnoresWhatANewerServiceAdds() {
        ServiceClients clients = clients(url(), tokens.tokenUri());
        try (Correlation.Scope _ = Correlation.open("corr-7")) {
            Answer answer = clients.to("risk")
                    .get()
                    .uri("/internal/x?a={a}", "b c")
                    .retrieve()
                    .body(Answer.class);
            assertThat(answer).isEqualTo(new Answer(Quantity.parse("0.5")));
        }
        assertThat(seen.getFirst())
                .containsEntry("path", "/internal/x?a=b%20c")
                .containsEntry("X-correlation-id", "corr-7")
                .hasEntrySatisfying("Authorization", value -> assertThat(value).startsWith("Bearer eyJ"));
    }

    @Test
    void keepsTheTokenAndRenewsItBeforeItEnds() {
        ServiceClients clients = clients(url(), tokens.tokenUri());
        int before = tokens.issuedToServices();
        get(clients);
        get(clients);
        assertThat(tokens.issuedToServices()).isEqualTo(before + 1);

        ahead = Duration.ofSeconds(280);
        get(clients);
        assertThat(tokens.issuedToServices()).isEqualTo(before + 2);
    }

    @Test
    void triesTheNextReplicaWhenAConnectionIsRefused() {
        ServiceClients clients = clients("http://127.0.0.1:" + Ports.free() + "," + url(), tokens.tokenUri());
        get(clients);
        get(clients);
        assertThat(seen).hasSize(2);
    }

    @Test
    void aServiceOrKeycloakThatIsAwayIsInfrastructure() {
        String nobody = "http://127.0.0.1:" + Ports.free();
        assertThatThrownBy(() -> get(clients(nobody, tokens.tokenUri())))
                .satisfies(e -> assertThat(Infrastructure.isAway(e)).isTrue());
        assertThatThrownBy(() -> get(clients(url(), nobody)))
                .satisfies(e -> assertThat(Infrastructure.isAway(e)).isTrue());
        assertThat(seen).isEmpty();
    }

    @Test
    void namesTheSettingOfAServiceThatIsNotConfigured() {
        assertThatThrownBy(() -> clients(url(), tokens.tokenUri()).to("market-data"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("CAPSTAN_URL_MARKET_DATA");
    }

    private static void get(ServiceClients clients) {
        clients.to("risk").get().uri("/internal/x").retrieve().toBodilessEntity();
    }

    private ServiceClients clients(String url, String tokenUri) {
        InstantSource source = () -> Instant.now().plus(ahead);
        return new HttpServiceClients(
                SettingsForTests.bound(Map.of(
                        "capstan.services.risk", url,
                        "capstan.security.token-uri", tokenUri,
                        "capstan.security.client-secret", "s")),
                new ClientSettings(Duration.ofMillis(500), Duration.ofSeconds(1)),
                new EventJson(JsonDialect.mapper()),
                source.withZone(ZoneOffset.UTC),
                "sample-service");
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }
}
