package dev.capstan.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.gateway.EdgeCaller.Answer;
import dev.capstan.gateway.forwarding.UpstreamServer;
import dev.capstan.kit.testing.DocumentedRoutes;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the gateway tells about all services and itself: how they are and what they can. */
class StatusIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static UpstreamServer service;
    private static Gateways gateways;
    private static EdgeCaller alice;

    @BeforeAll
    static void start() {
        service = new UpstreamServer();
        service.documents("""
                {"openapi":"3.1.0","info":{"title":"execution-service","version":"1"},
                 "paths":{"/api/orders":{"get":{"operationId":"getOrders","x-roles":["viewer"],"responses":{}}},
                          "/internal/secret":{"get":{"responses":{}}},
                          "/api/risk/limits":{"get":{"responses":{}}}},
                 "components":{"schemas":{"execution.OrderView":{"type":"object"}}}}""");
        gateways = new Gateways(service.url() + ",http://127.0.0.1:1");
        alice = gateways.start();
    }

    @AfterAll
    static void stop() {
        gateways.close();
        service.close();
    }

    @BeforeEach
    void isReady() {
        service.readyAnswers(200, "{\"ready\":true,\"checks\":{\"kafka\":{\"status\":\"up\"}}}");
    }

    @Test
    void showsEveryReplicaWithItsChecks() {
        await().atMost(LIMIT).untilAsserted(() -> {
            JsonNode status = alice.get("/api/status").json();
            assertThat(status.path("status").asString()).isEqualTo("degraded");
            JsonNode execution = status.at("/services/0");
            assertThat(execution.path("name").asString()).isEqualTo("execution");
            assertThat(execution.path("status").asString()).isEqualTo("degraded");
            assertThat(execution.at("/replicas/0/status").asString()).isEqualTo("up");
            assertThat(execution.at("/replicas/0/instance").asString()).isEqualTo("execution-7");
            assertThat(execution.at("/replicas/0/version").asString()).isEqualTo("1.2.3");
            assertThat(execution.at("/replicas/0/checks/kafka/status").asString())
                    .isEqualTo("up");
            assertThat(execution.at("/replicas/0/since").asString()).endsWith("Z");
            assertThat(execution.at("/replicas/1/status").asString()).isEqualTo("down");
            assertThat(execution.at("/replicas/1/detail").asString()).contains("does not accept connections");
            assertThat(status.at("/services/1/status").asString()).isEqualTo("not_configured");
        });
    }

    @Test
    void asksForATokenBeforeItTells() {
        assertThat(alice.anonymous().get("/api/status").code()).isEqualTo("TOKEN_MISSING");
    }

    @Test
    void putsTheDocumentsOfAllServicesIntoOne() {
        await().atMost(LIMIT).until(() -> document().path("paths").has("/api/orders"));
        JsonNode paths = document().path("paths");
        assertThat(paths.has("/internal/secret")).isFalse();
        assertThat(paths.has("/api/risk/limits")).isFalse();
        assertThat(paths.has("/api/status")).isTrue();
        assertThat(paths.has("/api/health/ready")).isTrue();
        assertThat(paths.at("/~1api~1orders/get/responses/429/$ref").asString()).endsWith("/RateLimited");
        assertThat(paths.at("/~1api~1orders/get/x-roles/0").asString()).isEqualTo("viewer");
        assertThat(document().at("/components/schemas").has("execution.OrderView"))
                .isTrue();
        assertThat(document().at("/components/responses").has("Problem")).isTrue();
    }

    @Test
    void documentsItsOwnRoutesToo() throws Exception {
        JsonNode own = DocumentedRoutes.checked(gateways.newest());
        assertThat(own.at("/paths/~1api~1status/get/x-roles").size()).isEqualTo(5);
        assertThat(own.at("/paths/~1api~1openapi.json/get/security").isEmpty()).isTrue();
    }

    @Test
    void showsThePageWithoutTheInternet() {
        Answer page = alice.anonymous().get("/docs/index.html");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("swagger-initializer.js").doesNotContain("https://");
        assertThat(page.header("Content-Security-Policy")).contains("script-src 'self'");
        assertThat(alice.anonymous().get("/docs/swagger-initializer.js").body()).contains("/api/openapi.json");
        assertThat(alice.anonymous().get("/docs/swagger-ui-bundle.js").status()).isEqualTo(200);
        assertThat(alice.anonymous().get("/docs/nothing.js").code()).isEqualTo("NOT_FOUND");
        Answer root = alice.anonymous().get("/docs");
        assertThat(root.status()).isEqualTo(302);
        assertThat(root.header("Location")).endsWith("/docs/index.html");
    }

    private static JsonNode document() {
        Answer answer = alice.anonymous().get("/api/openapi.json");
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void isAliveWithoutAToken() {
        Answer live = alice.anonymous().get("/api/health/live");
        assertThat(live.status()).isEqualTo(200);
        assertThat(live.body()).isEqualTo("{\"status\":\"ok\"}");
    }

    @Test
    void showsTheChecksOfEveryService() {
        service.readyAnswers(
                200, "{\"ready\":true,\"checks\":{\"kafka\":{\"status\":\"up\"},\"venue\":{\"status\":\"up\"}}}");
        await().atMost(LIMIT).untilAsserted(() -> {
            Answer ready = alice.anonymous().get("/api/health/ready");
            assertThat(ready.status()).isEqualTo(200);
            assertThat(ready.json().path("ready").asBoolean()).isTrue();
            assertThat(ready.json().path("timestamp").asString()).endsWith("Z");
            assertThat(status(ready, "database")).isEqualTo("up");
            assertThat(status(ready, "execution")).isEqualTo("up");
            assertThat(status(ready, "execution.kafka")).isEqualTo("up");
            assertThat(status(ready, "risk")).isEqualTo("not_configured");
        });
    }

    @Test
    void isNotReadyWhileAServiceIsNot() {
        service.readyAnswers(
                503, "{\"ready\":false,\"checks\":{\"venue\":{\"status\":\"down\",\"detail\":\"no answer\"}}}");
        await().atMost(LIMIT).untilAsserted(() -> {
            Answer ready = alice.anonymous().get("/api/health/ready");
            assertThat(ready.status()).isEqualTo(503);
            assertThat(status(ready, "execution")).isEqualTo("down");
            assertThat(status(ready, "execution.venue")).isEqualTo("down");
        });
    }

    private static String status(Answer ready, String check) {
        return ready.json().path("checks").path(check).path("status").asString("");
    }
}
