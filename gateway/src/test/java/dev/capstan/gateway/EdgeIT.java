package dev.capstan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.gateway.EdgeCaller.Answer;
import dev.capstan.gateway.forwarding.UpstreamServer;
import dev.capstan.gateway.forwarding.UpstreamServer.Arrival;
import dev.capstan.kit.security.Role;
import dev.capstan.kit.testing.TestTokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What passes the edge, what does not, and how it is said. */
class EdgeIT {

    private static UpstreamServer service;
    private static Gateways gateways;
    private static EdgeCaller alice;

    @BeforeAll
    static void start() {
        service = new UpstreamServer();
        gateways = new Gateways("http://127.0.0.1:1," + service.url())
                .with("capstan.gateway.forwarding.call-timeout", "1500ms")
                .with("capstan.gateway.forwarding.wait-timeout", "10s");
        alice = gateways.start();
    }

    @AfterAll
    static void stop() {
        gateways.close();
        service.close();
    }

    @BeforeEach
    void forget() {
        service.forget();
    }

    @Test
    void relaysTokenPathQueryAndCorrelationId() {
        Answer answer = alice.call(
                "/api/orders?accountId=a%20b&status=NEW", request -> request.header("X-Correlation-Id", "corr-1"));
        Arrival arrival = service.arrivals().getFirst();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(arrival.target()).isEqualTo("/api/orders?accountId=a%20b&status=NEW");
        assertThat(arrival.headers().getFirst("Authorization")).startsWith("Bearer ");
        assertThat(arrival.headers().getFirst("X-Correlation-Id")).isEqualTo("corr-1");
        assertThat(answer.header("X-Correlation-Id")).isEqualTo("corr-1");
    }

    @Test
    void speaksForNobodyElse() {
        alice.call(
                "/api/orders",
                request -> request.header("X-Forwarded-For", "10.0.0.1")
                        .header("Forwarded", "for=10.0.0.1")
                        .header("X-Forwarded-Host", "evil")
                        .header("Capstan-On-Behalf-Of", "bob")
                        .header("Cookie", "a=b"));
        assertThat(service.arrivals().getFirst().headers().keySet())
                .doesNotContain("X-forwarded-for", "Forwarded", "X-forwarded-host", "Capstan-on-behalf-of", "Cookie");
    }

    @Test
    void sendsBodiesByteForByte() {
        String body = "{\"a\" :\t\"ü\",  \"n\":1.0}";
        alice.post(body);
        assertThat(service.arrivals().getFirst().body()).isEqualTo(body);
    }

    @Test
    void passesAServicesProblemUnchanged() {
        service.answers((exchange, _) -> {
            exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
            UpstreamServer.send(exchange, 422, "{\"code\":\"ORDER_DENIED\",\"reason\":\"LIMIT\"}");
        });
        Answer answer = alice.post("{}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body()).isEqualTo("{\"code\":\"ORDER_DENIED\",\"reason\":\"LIMIT\"}");
    }

    @Test
    void putsSecurityHeadersOnce() {
        Answer answer = alice.get("/api/orders");
        assertThat(answer.response().headers().allValues("X-Content-Type-Options"))
                .containsExactly("nosniff");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Server")).isEmpty();
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void putsSecurityHeadersOnEveryKindOfAnswer() throws IOException {
        List<Answer> answers = List.of(
                alice.get("/api/orders"),
                alice.get("/api/nowhere"),
                alice.anonymous().get("/api/orders"),
                alice.anonymous().get("/api/health/live"),
                alice.post("{\"a\":"),
                alice.post("\"" + "x".repeat(70 * 1024) + "\""));
        for (Answer answer : answers) {
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.header("Content-Security-Policy"))
                    .contains("default-src 'none'")
                    .contains("frame-ancestors 'none'");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(answer.header("Strict-Transport-Security")).isEmpty();
        }
        assertThat(raw("GET /a|b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .contains("X-Content-Type-Options: nosniff")
                .contains("Content-Security-Policy");
    }

    @Test
    void believesNobodyWhoSaysHeIsSomewhereElse() {
        long before = left(alice.anonymous().get("/api/orders"));
        Answer spoofed = fromElsewhere();
        if (left(spoofed) >= before) {
            // The minute that is counted has ended in between; it does not end again so soon.
            before = left(alice.anonymous().get("/api/orders"));
            spoofed = fromElsewhere();
        }
        assertThat(left(spoofed)).isEqualTo(before - 1);
        assertThat(spoofed.header("Strict-Transport-Security")).isEmpty();
    }

    private static Answer fromElsewhere() {
        return alice.anonymous()
                .call(
                        "/api/orders",
                        request -> request.header("X-Forwarded-For", "203.0.113.9")
                                .header("X-Real-IP", "203.0.113.9")
                                .header("X-Forwarded-Proto", "https"));
    }

    private static long left(Answer answer) {
        return Long.parseLong(answer.header("RateLimit").replaceAll(".*;r=([0-9]+);.*", "$1"));
    }

    @Test
    void letsNoForeignPageCallWhenNoOriginIsNamed() {
        assertRefused(
                alice.call("/api/orders", request -> request.header("Origin", "https://evil.example")),
                403,
                "ACCESS_DENIED");
        assertThat(service.arrivals()).isEmpty();
    }

    @Test
    void asksForAToken() {
        assertRefused(alice.anonymous().get("/api/orders"), 401, "TOKEN_MISSING");
        assertRefused(alice.anonymous().get("/api/nowhere"), 401, "TOKEN_MISSING");
        assertThat(service.arrivals()).isEmpty();
    }

    @Test
    void refusesTokensThatDoNotCount() {
        TestTokens tokens = TestTokens.shared();
        List<String> bad = List.of(
                tokens.of(
                        "alice",
                        claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(60)))),
                tokens.of("alice", claims -> claims.audience("somebody-else")),
                tokens.of("alice", claims -> claims.issuer("http://evil")),
                tokens.forged("alice", Role.ADMIN),
                "not-a-token");
        for (String token : bad) {
            assertRefused(alice.withToken(token).get("/api/orders"), 401, "TOKEN_INVALID");
        }
        assertThat(service.arrivals()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/nowhere",
                "/api",
                "/api/ordersx",
                "/internal/orders",
                "/api/internal/orders",
                "/api/orders/../../internal/x",
                "/api/orders/%2e%2e/%2e%2e/internal/x",
                "/api/orders;/../../internal",
                "/API/orders"
            })
    void routesNothingThatIsNotInTheTable(String path) {
        Answer answer = alice.call(path, request -> request);
        assertThat(answer.status()).isIn(400, 403, 404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(service.arrivals()).isEmpty();
    }

    @Test
    void saysNotFoundForAnUnknownPath() {
        assertRefused(alice.get("/api/nowhere"), 404, "NOT_FOUND");
    }

    @Test
    void doesNotRouteTheServicesOperatorPaths() {
        alice.anonymous().get("/metrics");
        alice.anonymous().get("/health");
        alice.anonymous().get("/ready");
        alice.anonymous().get("/activity");
        assertThat(service.arrivals()).isEmpty();
    }

    @Test
    void saysWhichMethodsThereAre() {
        assertRefused(
                alice.call("/api/orders", request -> request.method("OPTIONS", BodyPublishers.noBody())),
                405,
                "METHOD_NOT_ALLOWED");
        assertRefused(
                alice.call("/api/health/live", request -> request.POST(BodyPublishers.noBody())),
                405,
                "METHOD_NOT_ALLOWED");
        assertThat(service.arrivals()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/json;charset=utf-16",
                "multipart/form-data;boundary=x",
                "nonsense"
            })
    void takesJsonInUtf8Only(String contentType) {
        Answer answer = alice.call(
                "/api/orders",
                request -> request.header("Idempotency-Key", "k")
                        .header("Content-Type", contentType)
                        .POST(BodyPublishers.ofString("a=b")));
        assertRefused(answer, 415, "MEDIA_TYPE_UNSUPPORTED");
        assertThat(service.arrivals()).isEmpty();
    }

    @Test
    void takesNoCompressedBody() {
        Answer answer = alice.call(
                "/api/orders",
                request -> request.header("Idempotency-Key", "k")
                        .header("Content-Type", "application/json")
                        .header("Content-Encoding", "gzip")
                        .POST(BodyPublishers.ofString("{}")));
        assertRefused(answer, 415, "MEDIA_TYPE_UNSUPPORTED");
    }

    @Test
    void takesBodiesUpToTheLimitAndNoLarger() {
        String most = "\"" + "x".repeat(64 * 1024 - 2) + "\"";
        assertThat(alice.post(most).status()).isEqualTo(200);
        assertRefused(alice.post(most + " "), 413, "BODY_TOO_LARGE");
        assertThat(service.arrivals()).hasSize(1);
    }

    @Test
    void countsAChunkedBodyWhileItComes() {
        byte[] large = "\"".concat("x".repeat(80 * 1024)).getBytes(StandardCharsets.UTF_8);
        Answer answer = alice.call(
                "/api/orders",
                request -> request.header("Idempotency-Key", "k")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArrays(List.of(large))));
        assertRefused(answer, 413, "BODY_TOO_LARGE");
        assertThat(service.arrivals()).isEmpty();
    }

    @Test
    void refusesWhatIsNotJsonOrTooDeep() {
        assertRefused(alice.post("{\"a\":"), 400, "REQUEST_MALFORMED");
        assertRefused(alice.post("[".repeat(30_000) + "]".repeat(30_000)), 400, "REQUEST_MALFORMED");
        assertThat(service.arrivals()).isEmpty();
    }

    @Test
    void forwardsACallWithoutABody() {
        Answer answer = alice.call(
                "/api/orders/1/cancel",
                request -> request.header("Idempotency-Key", "cancel-1").POST(BodyPublishers.noBody()));
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void givesUpOnASlowService() {
        CountDownLatch end = new CountDownLatch(1);
        service.answers((_, _) -> awaitUnchecked(end));
        Answer read = alice.get("/api/orders");
        Answer write = alice.post("{}");
        end.countDown();
        assertRefused(read, 504, "UPSTREAM_TIMEOUT");
        assertRefused(write, 504, "UPSTREAM_TIMEOUT");
        assertThat(write.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void waitsLongerWhereTheCallerAsksTo() {
        service.answers((exchange, _) -> {
            awaitUnchecked(new CountDownLatch(1), Duration.ofMillis(2500));
            UpstreamServer.send(exchange, 200, "{}");
        });
        assertThat(alice.get("/api/orders/1?wait=5s").status()).isEqualTo(200);
    }

    @Test
    void saysWhichServiceIsAway() {
        Answer answer = alice.get("/api/risk/limits");
        assertRefused(answer, 502, "UPSTREAM_UNAVAILABLE");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.json().path("detail").asString()).contains("risk");
    }

    @Test
    void refusesARequestThatIsNoHttpWithoutAStackTrace() throws IOException {
        assertThat(raw("GET /api/orders?a=|{} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json")
                .doesNotContain("Exception");
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), alice.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("correlationId").asString("")).isNotEmpty();
    }

    private static void awaitUnchecked(CountDownLatch latch) {
        awaitUnchecked(latch, Duration.ofSeconds(30));
    }

    private static void awaitUnchecked(CountDownLatch latch, Duration limit) {
        try {
            boolean _ = latch.await(limit.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
