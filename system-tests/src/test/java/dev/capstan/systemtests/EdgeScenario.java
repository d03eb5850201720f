package dev.capstan.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.launcher.seed.DemoUser;
import dev.capstan.systemtests.dsl.Api;
import dev.capstan.systemtests.dsl.Browser;
import dev.capstan.systemtests.dsl.Capstan;
import dev.capstan.systemtests.dsl.TradingAccount;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The edge with the real Keycloak and all services behind it. */
class EdgeScenario {

    private static final String CALLBACK = "http://127.0.0.1:8080/callback";

    private final Capstan capstan = Capstan.shared();

    @Test
    void aTokenOfTheConsolesFlowIsGood() {
        String verifier = UUID.randomUUID().toString() + UUID.randomUUID();
        Browser browser = capstan.browserAt(
                        "/auth?client_id=capstan-console&response_type=code&scope=openid&redirect_uri=" + CALLBACK
                                + "&code_challenge_method=S256&code_challenge=" + challenge(verifier))
                .logsInAs(DemoUser.VIEWER);
        assertThat(browser.address().toString()).startsWith(CALLBACK);
        JsonNode answer = browser.calls(
                "/token",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        "capstan-console",
                        "redirect_uri",
                        CALLBACK,
                        "code",
                        parameter(browser.address(), "code"),
                        "code_verifier",
                        verifier));
        assertGood(answer);
    }

    @Test
    void theConsoleIsNotLoggedInWithoutItsProof() {
        Browser browser = capstan.browserAt(
                "/auth?client_id=capstan-console&response_type=code&scope=openid&redirect_uri=" + CALLBACK);
        assertThat(browser.address().toString()).startsWith(CALLBACK).contains("error=invalid_request");
        JsonNode byPassword = browser.calls(
                "/token",
                Map.of(
                        "grant_type", "password",
                        "client_id", "capstan-console",
                        "username", "viewer",
                        "password", "any"));
        assertThat(byPassword.path("error").asString()).isEqualTo("unauthorized_client");
    }

    @Test
    void aTokenOfAScriptsFlowIsGood() {
        Browser nowhere = capstan.browserAt("/certs");
        JsonNode device = nowhere.calls("/auth/device", Map.of("client_id", "capstan-scripts"));
        Map<String, String> question = Map.of(
                "grant_type", "urn:ietf:params:oauth:grant-type:device_code",
                "client_id", "capstan-scripts",
                "device_code", device.path("device_code").asString());
        capstan.browserAt(URI.create(device.path("verification_uri_complete").asString()))
                .logsInAs(DemoUser.VIEWER)
                .submits(Map.of("accept", "Yes"));
        assertGood(nowhere.calls("/token", question));
    }

    @Test
    void oneStatusTellsOfEveryReplica() {
        capstan.awaitWhole(Duration.ofMinutes(2));
        org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode status =
                    capstan.trader().api().get("/api/status").expect(200).body();
            assertThat(status.path("services")
                            .valueStream()
                            .map(service -> service.path("name").asString()))
                    .containsExactlyInAnyOrder("execution", "risk", "portfolio", "market-data", "strategy", "backtest");
            for (JsonNode service : status.path("services")) {
                assertThat(service.path("status").asString())
                        .as(service.toString())
                        .isEqualTo("up");
                for (JsonNode replica : service.path("replicas")) {
                    assertThat(replica.path("instance").asString())
                            .startsWith(service.path("name").asString());
                    assertThat(replica.at("/checks/database/status").asString()).isEqualTo("up");
                }
            }
        });
    }

    @Test
    void oneDocumentDescribesAllServices() {
        capstan.awaitWhole(Duration.ofMinutes(2));
        org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode document =
                    capstan.trader().api().get("/api/openapi.json").expect(200).body();
            assertThat(document.findValuesAsString("$ref"))
                    .isNotEmpty()
                    .allSatisfy(reference -> assertThat(
                                    document.at(reference.substring(1)).isObject())
                            .as(reference)
                            .isTrue());
            assertThat(document.path("paths").propertyNames())
                    .contains("/api/orders", "/api/risk/limits", "/api/positions", "/api/feeds/health", "/api/status")
                    .allMatch(path -> path.startsWith("/api/"));
        });
    }

    @Test
    void aViewerTradesOnNothing() {
        TradingAccount account = capstan.trader().opensAccount();
        capstan.person(DemoUser.VIEWER)
                .api()
                .post("/api/orders", account.market("BUY", "BTCUSDT.BINANCE", "0.01"))
                .expect(403);
        capstan.trader()
                .api()
                .put("/api/risk/limits/" + account.accountId(), Map.of("maxOpenOrders", 1, "version", 0))
                .expect(403);
    }

    private void assertGood(JsonNode answer) {
        String token = answer.path("access_token").asString("");
        assertThat(token).as(answer.toString()).isNotEmpty();
        new Api(capstan.url("gateway", 1), () -> token).get("/api/accounts").expect(200);
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String parameter(URI address, String name) {
        return Arrays.stream(address.getQuery().split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + address));
    }
}
