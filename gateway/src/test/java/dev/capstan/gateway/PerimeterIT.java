package dev.capstan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.gateway.EdgeCaller.Answer;
import dev.capstan.gateway.forwarding.UpstreamServer;
import dev.capstan.gateway.limit.FreshWindows;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A gateway behind a proxy on this machine, for the pages of one console. */
class PerimeterIT {

    private static final String CONSOLE = "https://console.example";

    private static UpstreamServer service;
    private static Gateways gateways;
    private static EdgeCaller alice;

    @BeforeAll
    static void start() {
        service = new UpstreamServer();
        gateways = new Gateways(service.url())
                .with("capstan.gateway.frontend-url", CONSOLE + "/")
                .with("capstan.gateway.trusted-proxies", "127.0.0.0/8, ::1");
        alice = gateways.start();
    }

    @AfterAll
    static void stop() {
        gateways.close();
        service.close();
    }

    @Test
    void answersThePreflightOfTheConsoleWithoutAToken() {
        Answer answer = preflight(CONSOLE);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(CONSOLE);
        assertThat(answer.header("Access-Control-Allow-Headers")).containsIgnoringCase("Idempotency-Key");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
    }

    @Test
    void letsTheConsoleReadTheAnswerAndItsFields() {
        Answer answer = alice.call("/api/orders", request -> request.header("Origin", CONSOLE));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(CONSOLE);
        assertThat(answer.header("Access-Control-Expose-Headers")).contains("RateLimit");
    }

    @Test
    void refusesEveryOtherOriginAsAProblem() {
        for (String origin : new String[] {"https://evil.example", "http://console.example", "null"}) {
            Answer answer = preflight(origin);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("ACCESS_DENIED");
            assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        }
    }

    @Test
    void countsTheCallerThatTheProxyNames() {
        String one = FreshWindows.address();
        String other = FreshWindows.address();
        long first = left(from(one));
        assertThat(left(from(one))).isEqualTo(first - 1);
        assertThat(left(from(other))).isEqualTo(first);
        assertThat(left(from("6.6.6.6, " + other))).isEqualTo(first - 1);
    }

    @Test
    void asksForHttpsNextTimeWhereTheProxyTookHttps() {
        Answer secure = alice.call("/api/orders", request -> request.header("X-Forwarded-Proto", "https"));
        assertThat(secure.header("Strict-Transport-Security")).startsWith("max-age=31536000");
        assertThat(alice.get("/api/orders").header("Strict-Transport-Security")).isEmpty();
    }

    private static Answer preflight(String origin) {
        return alice.anonymous()
                .call(
                        "/api/orders",
                        request -> request.header("Origin", origin)
                                .header("Access-Control-Request-Method", "POST")
                                .header("Access-Control-Request-Headers", "authorization,idempotency-key")
                                .method("OPTIONS", BodyPublishers.noBody()));
    }

    private static Answer from(String address) {
        return alice.anonymous().call("/api/orders", request -> request.header("X-Forwarded-For", address));
    }

    private static long left(Answer answer) {
        return Long.parseLong(answer.header("RateLimit").replaceAll(".*;r=([0-9]+);.*", "$1"));
    }
}
