package dev.capstan.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.gateway.EdgeCaller.Answer;
import dev.capstan.gateway.forwarding.UpstreamServer;
import dev.capstan.gateway.limit.FreshWindows;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two gateways behind a proxy, with limits small enough to reach. Every test has users and an address of its own. */
class LimitsIT {

    private static UpstreamServer service;
    private static Gateways gateways;
    private static EdgeCaller first;
    private static EdgeCaller second;

    private final String user = FreshWindows.user();
    private final String address = FreshWindows.address();

    @BeforeAll
    static void start() {
        service = new UpstreamServer();
        gateways = new Gateways(service.url())
                .with("capstan.gateway.trusted-proxies", "127.0.0.0/8")
                .with("capstan.gateway.limits.reads-per-user", "20")
                .with("capstan.gateway.limits.writes-per-user", "6")
                .with("capstan.gateway.limits.without-token-per-address", "5");
        first = gateways.start();
        second = gateways.start();
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
    void tellEveryCallerWhatIsLeft() {
        Answer answer = read(first.as(user));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("RateLimit-Policy"))
                .isEqualTo("\"reads-per-user\";q=20;w=60, \"reads-per-address\";q=6000;w=60");
        assertThat(answer.header("RateLimit")).matches("\"reads-per-user\";r=19;t=[0-9]+, \"reads-per-address\";.*");
        assertThat(first.anonymous().get("/api/health/live").header("RateLimit"))
                .isEmpty();
    }

    @Test
    void refuseWhatIsTooMuchAndSayWhenToComeBack() {
        Answer last = last(20 + 2, () -> read(first.as(user)));
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.code()).isEqualTo("RATE_LIMITED");
        assertThat(last.header("Content-Type")).startsWith("application/problem+json");
        assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 60);
        assertThat(last.header("RateLimit")).contains("r=0;t=" + last.header("Retry-After"));
        assertThat(service.arrivals()).hasSizeBetween(20, 21);
    }

    @Test
    void holdAcrossGatewaysForCallsThatChangeSomething() {
        long made = IntStream.range(0, 12)
                .filter(call -> write(call % 2 == 0 ? first : second).status() == 200)
                .count();
        assertThat(made).isEqualTo(6);
    }

    @Test
    void holdAcrossGatewaysForReadsOnceTheyHaveToldEachOther() {
        last(15, () -> read(first.as(user)));
        await().atMost(Duration.ofSeconds(20)).until(() -> read(second.as(user)).status() == 429);
        assertThat(service.arrivals()).hasSizeLessThan(2 * 20);
    }

    @Test
    void holdForStrategiesByAddressAcrossGatewaysAndUsers() {
        long passed = IntStream.range(0, 14)
                .filter(call -> strategy((call % 2 == 0 ? first : second).as(user + call))
                                .status()
                        != 429)
                .count();
        assertThat(passed).isEqualTo(10);
    }

    @Test
    void letCallsWithoutAGoodTokenCostNoUserAnything() {
        Answer last = last(8, () -> at(first.withToken("forged"), "/api/orders"));
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.header("Retry-After")).isNotEmpty();
        Answer good = read(first.as(user));
        assertThat(good.status()).isEqualTo(200);
        assertThat(good.header("RateLimit")).contains("\"reads-per-user\";r=19;");
    }

    @Test
    void letA403CostTheAddressNothing() {
        service.answers(403, "{}");
        last(5, () -> read(first.as(user)));
        service.answers(200, "{}");
        Answer other = read(first.as("other-" + user));
        assertThat(other.header("RateLimit")).contains("\"reads-per-address\";r=5999;");
    }

    private Answer read(EdgeCaller caller) {
        return at(caller, "/api/orders");
    }

    private Answer strategy(EdgeCaller caller) {
        return at(caller, "/api/strategy/status");
    }

    private Answer at(EdgeCaller caller, String path) {
        return caller.call(path, request -> request.header("X-Forwarded-For", address));
    }

    private Answer write(EdgeCaller gateway) {
        return gateway.as(user)
                .call(
                        "/api/orders",
                        request -> request.header("X-Forwarded-For", address)
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .header("Content-Type", "application/json")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}")));
    }

    private static Answer last(int calls, java.util.function.Supplier<Answer> call) {
        Answer last = call.get();
        for (int i = 1; i < calls; i++) {
            last = call.get();
        }
        return last;
    }
}
