package dev.capstan.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.kit.json.JsonDialect;
import dev.capstan.kit.sample.SampleApplication;
import dev.capstan.kit.security.Role;
import dev.capstan.kit.testing.ServiceUnderTest;
import dev.capstan.kit.testing.TestTokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.coyote.AbstractProtocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(classes = SampleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ProblemsIT {

    private static final TestTokens TOKENS = TestTokens.shared();
    private static final String GOOD = "{\"side\":\"BUY\",\"label\":\"a\",\"legs\":[]}";

    /** The default of {@code jdk.httpclient.keepalive.timeout}. */
    private static final Duration JDK_CLIENT_KEEPS_IDLE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    ServletWebServerApplicationContext context;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        ServiceUnderTest.named("sample-service", "sample").register(registry);
    }

    @Test
    void namesTheFieldOfEachKindOfBadBody() throws Exception {
        assertInvalid(
                "{\"side\":\"HOLD\",\"label\":\"a\",\"legs\":[]}", "side", "expected one of BUY, SELL, got: HOLD");
        assertInvalid("{\"label\":\"a\",\"legs\":[]}", "side", "is required");
        assertInvalid("{\"side\":\"BUY\",\"label\":\"a\",\"legs\":[],\"extra\":1}", "extra", "is not a field");
        assertInvalid("{\"side\":\"BUY\",\"label\":7,\"legs\":[]}", "label", "expected a string");
        assertInvalid("{\"side\":\"BUY\",\"label\":\"\\u0000\",\"legs\":[]}", "label", "without the character");
        assertInvalid("{\"side\":\"BUY\",\"label\":\"much too long\",\"legs\":[]}", "label", "at most 8");
        assertInvalid(
                "{\"side\":\"BUY\",\"label\":\"a\",\"legs\":[{\"instrumentId\":\"X\",\"quantity\":\"1\"}]}",
                "legs[0].instrumentId",
                "expected SYMBOL.VENUE");
        assertInvalid(
                "{\"side\":\"BUY\",\"label\":\"a\",\"legs\":[{\"instrumentId\":\"A.BINANCE\",\"quantity\":1.5}]}",
                "legs[0].quantity",
                "expected a string");
        assertInvalid("{\"side\":\"BUY\",\"label\":\"a\",\"legs\":\"none\"}", "legs", "expected a list");
    }

    private void assertInvalid(String body, String field, String reason) throws Exception {
        HttpResponse<String> answer = post("/api/placements", body);
        JsonNode problem = assertProblem(answer, 400, "REQUEST_INVALID");
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(problem.at("/errors/0/reason").asString()).contains(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"{\"side\":\"BUY\"", "[]", "\"text\"", "{", "nonsense"})
    void saysThatABodyIsNotTheJsonExpected(String body) throws Exception {
        assertProblem(post("/api/placements", body), 400, "REQUEST_MALFORMED");
    }

    @Test
    void refusesAMissingBody() throws Exception {
        assertProblem(post("/api/placements", ""), 400, "REQUEST_MALFORMED");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/accounts/17, accountId, expected a UUID",
        "/api/accounts/018f0000-0000-7000-8000-000000000001?limit=many, limit, expected a whole number",
        "/api/accounts/018f0000-0000-7000-8000-000000000001?limit=501, limit, expected at most 500",
        "/api/accounts/018f0000-0000-7000-8000-000000000001?side=UP, side, expected one of BUY",
        "/api/accounts/018f0000-0000-7000-8000-000000000001?since=1763629200, since, expected an instant like",
        "/api/accounts/018f0000-0000-7000-8000-000000000001?since=yesterday, since, expected an instant like",
        "/api/needs, cursor, is required",
        "/api/needs?cursor=a%00b, cursor, without the character U+0000",
        "/api/needs?cursor=a, Idempotency-Key, is required"
    })
    void namesABadParameter(String path, String field, String reason) throws Exception {
        JsonNode problem = assertProblem(send(get(path)), 400, "REQUEST_INVALID");
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(problem.at("/errors/0/reason").asString()).contains(reason);
    }

    @Test
    void saysWhatIsWrongWithAToken() throws Exception {
        HttpResponse<String> missing = send(HttpRequest.newBuilder(uri("/api/me")));
        assertProblem(missing, 401, "TOKEN_MISSING");
        assertThat(missing.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");

        Stream<String> bad = Stream.of(
                "nonsense",
                TOKENS.forged("ann", Role.TRADER),
                TOKENS.of("ann", claims -> claims.audience("other"), Role.TRADER),
                TOKENS.of("ann", claims -> claims.issuer("http://other"), Role.TRADER),
                TOKENS.of(
                        "ann",
                        claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(11))),
                        Role.TRADER));
        for (String token : bad.toList()) {
            HttpResponse<String> answer =
                    send(HttpRequest.newBuilder(uri("/api/me")).header("Authorization", "Bearer " + token));
            assertProblem(answer, 401, "TOKEN_INVALID");
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                    .contains("invalid_token");
        }
    }

    @Test
    void allowsTenSecondsOfClockSkew() throws Exception {
        String token = TOKENS.of(
                "ann", claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(5))), Role.TRADER);
        assertThat(send(HttpRequest.newBuilder(uri("/api/me")).header("Authorization", "Bearer " + token))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void keepsRolesApart() throws Exception {
        assertProblem(send(get("/api/halt")), 403, "ACCESS_DENIED");
        assertProblem(send(get("/internal/secrets")), 403, "ACCESS_DENIED");
        assertThat(send(as("/api/halt", Role.RISK_MANAGER)).statusCode()).isEqualTo(200);
        assertThat(send(as("/api/halt", Role.ADMIN)).statusCode()).isEqualTo(200);
        assertProblem(send(as("/internal/secrets", Role.ADMIN)), 403, "ACCESS_DENIED");
        assertThat(send(as("/internal/secrets", Role.SERVICE)).statusCode()).isEqualTo(200);
    }

    @Test
    void saysWhichRoleIsMissing() throws Exception {
        assertThat(send(get("/api/halt")).body()).contains("This needs the role risk-manager or admin.");
        assertThat(send(as("/internal/secrets", Role.ADMIN)).body()).contains("This needs the role service.");
    }

    @Test
    void refusesEverybodyWhereNoRoleIsNamed() throws Exception {
        for (Role role : Role.values()) {
            assertProblem(send(as("/api/forgotten", role)), 403, "ACCESS_DENIED");
        }
    }

    @Test
    void refusesATokenWithoutAnyRole() throws Exception {
        HttpRequest.Builder roleless =
                HttpRequest.newBuilder(uri("/api/me")).header("Authorization", TOKENS.bearer("ann"));
        assertProblem(send(roleless), 403, "ACCESS_DENIED");
    }

    @Test
    void asksForTheRoleBeforeItReadsAnything() throws Exception {
        HttpRequest.Builder malformed = as("/api/recount", Role.TRADER)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{"));
        assertProblem(send(malformed), 403, "ACCESS_DENIED");
    }

    @Test
    void letsOnlyAServiceSpeakForSomebodyElse() throws Exception {
        assertProblem(send(get("/api/me").header("Capstan-On-Behalf-Of", "bob")), 403, "ACCESS_DENIED");
        HttpResponse<String> answer = send(as("/api/me", Role.SERVICE).header("Capstan-On-Behalf-Of", "bob"));
        assertThat(answer.body()).isEqualTo("{\"subject\":\"bob\",\"roles\":[\"SERVICE\"],\"viaService\":true}");
    }

    @Test
    void answersEveryOtherStatusAsAProblem() throws Exception {
        assertProblem(send(get("/api/nowhere")), 404, "NOT_FOUND");
        assertProblem(send(get("/error")), 404, "NOT_FOUND");
        HttpResponse<String> method = send(HttpRequest.newBuilder(uri("/api/placements"))
                .header("Authorization", TOKENS.bearer("ann", Role.TRADER))
                .DELETE());
        assertProblem(method, 405, "METHOD_NOT_ALLOWED");
        assertThat(method.headers().firstValue("Allow")).hasValue("POST");
        assertProblem(
                send(get("/api/accounts/018f0000-0000-7000-8000-000000000001").header("Accept", "text/csv")),
                406,
                "NOT_ACCEPTABLE");
        assertProblem(
                send(authorized("/api/placements")
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString(GOOD))),
                415,
                "MEDIA_TYPE_UNSUPPORTED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", "application/*+json", "*"})
    void takesNoPatternForATypeOfABody(String pattern) throws Exception {
        assertProblem(
                send(authorized("/api/placements")
                        .header("Content-Type", pattern)
                        .POST(HttpRequest.BodyPublishers.ofString(GOOD))),
                415,
                "MEDIA_TYPE_UNSUPPORTED");
    }

    @Test
    void keepsInternalsOutOfA500AndSaysWhenToComeBack() throws Exception {
        HttpResponse<String> bug = send(get("/api/bug"));
        assertProblem(bug, 500, "INTERNAL_ERROR");
        assertThat(bug.body()).doesNotContain("hunter2");
        HttpResponse<String> away = send(get("/api/away"));
        assertProblem(away, 503, "SERVICE_UNAVAILABLE");
        assertThat(away.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(send(get("/api/undecided")).headers().firstValue("Retry-After"))
                .hasValue("2");
        JsonNode denied = assertProblem(send(get("/api/denied")), 422, "ORDER_DENIED");
        assertThat(denied.at("/orderId").asString()).isEqualTo("o-1");
        assertThat(denied.at("/reason").asString()).isEqualTo("LIMIT");
    }

    @Test
    void refusesABodyThatIsTooLargeAnnouncedOrNot() throws Exception {
        String large = "{\"label\":\"" + "x".repeat(70_000) + "\"}";
        assertProblem(post("/api/placements", large), 413, "BODY_TOO_LARGE");
        HttpResponse<String> chunked = send(authorized("/api/placements")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArrays(
                        java.util.List.of(large.getBytes(StandardCharsets.UTF_8)))));
        assertProblem(chunked, 413, "BODY_TOO_LARGE");
    }

    @Test
    void answersWhatTheContainerRefusesItself() throws Exception {
        assertThat(raw("GET /api/me;a=%2F..%2F HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .contains(" 400 ", "application/problem+json", "REQUEST_MALFORMED");
        assertThat(raw("GET /a|b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .contains(" 400 ");
        assertThat(raw("GET /%00 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .contains(" 400 ", "application/problem+json");
    }

    @Test
    void keepsAGoodCorrelationIdAndReplacesABadOne() throws Exception {
        HttpResponse<String> kept = send(get("/api/bug").header("X-Correlation-Id", "my.id-1_2"));
        assertThat(kept.headers().firstValue("X-Correlation-Id")).hasValue("my.id-1_2");
        assertThat(JsonDialect.mapper()
                        .readTree(kept.body())
                        .at("/correlationId")
                        .asString())
                .isEqualTo("my.id-1_2");
        HttpResponse<String> replaced = send(get("/api/me").header("X-Correlation-Id", "a b"));
        assertThat(replaced.headers().firstValue("X-Correlation-Id").orElse("")).hasSize(36);
    }

    @Test
    void answersHealthReadinessAndMetricsWithoutAToken() throws Exception {
        // What does not answer at once counts as down, or as pending.
        await().untilAsserted(
                        () -> assertThat(open("/health").at("/db").asString()).isEqualTo("up"));
        await().untilAsserted(() -> assertThat(
                        open("/ready").at("/checks/database/status").asString())
                .isEqualTo("up"));
        await().untilAsserted(() -> {
            JsonNode activity = open("/activity");
            assertThat(activity.at("/pending/outbox").asLong(-1)).isZero();
            assertThat(activity.at("/pending/calls").asLong(-1)).isZero();
            assertThat(activity.at("/done").isIntegralNumber()).isTrue();
        });
        send(get("/api/me"));
        String metrics = send(HttpRequest.newBuilder(uri("/metrics"))).body();
        assertThat(metrics).contains("api_request_duration_seconds_bucket", "hikaricp_connections_active");
    }

    private JsonNode open(String path) throws Exception {
        return JsonDialect.mapper()
                .readTree(send(HttpRequest.newBuilder(uri(path))).body());
    }

    private static JsonNode assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = JsonDialect.mapper().readTree(answer.body());
        assertThat(problem.at("/code").asString()).as(answer.body()).isEqualTo(code);
        assertThat(problem.at("/type").asString()).isEqualTo("https://capstan.dev/problems/" + code);
        assertThat(problem.at("/status").asInt()).isEqualTo(status);
        assertThat(problem.at("/correlationId").asString())
                .isEqualTo(answer.headers().firstValue("X-Correlation-Id").orElseThrow());
        return problem;
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return send(authorized(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder get(String path) {
        return authorized(path).GET();
    }

    private HttpRequest.Builder authorized(String path) {
        return as(path, Role.TRADER);
    }

    private HttpRequest.Builder as(String path, Role role) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", TOKENS.bearer("ann", role));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return answer(socket);
        }
    }

    /** All that comes until the other side hangs up. */
    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** One line in the log for each would be a way to keep us busy. */
    @Test
    void saysThatABodyStoppedComingAndNotesNothing(CapturedOutput log) throws IOException {
        try (Socket silent = withoutTheRestOfItsBody();
                Socket gone = withoutTheRestOfItsBody()) {
            gone.shutdownOutput();
            assertThat(answer(gone)).startsWith("HTTP/1.1 400").contains("REQUEST_MALFORMED");
            assertThat(answer(silent)).startsWith("HTTP/1.1 408").contains("REQUEST_TIMEOUT");
        }
        assertThat(log.getAll()).doesNotContain("Servlet.service()").doesNotContain("stackTrace");
    }

    private Socket withoutTheRestOfItsBody() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        String head =
                "POST /api/placements HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n";
        String token = "Authorization: " + TOKENS.bearer("slow", Role.TRADER) + "\r\n\r\n";
        socket.getOutputStream().write((head + token + GOOD).getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Otherwise a request now and then meets the server's own end of the connection, and a write has no known outcome. */
    @Test
    void keepsAnIdleConnectionLongerThanOurClientsDo() {
        TomcatWebServer server = (TomcatWebServer) Objects.requireNonNull(context.getWebServer());
        AbstractProtocol<?> protocol =
                (AbstractProtocol<?>) server.getTomcat().getConnector().getProtocolHandler();
        assertThat(Duration.ofMillis(protocol.getKeepAliveTimeout())).isGreaterThan(JDK_CLIENT_KEEPS_IDLE);
    }
}
