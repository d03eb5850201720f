package dev.capstan.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.gateway.EdgeCaller.Answer;
import dev.capstan.gateway.forwarding.UpstreamServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two gateways on one PostgreSQL, in front of one service that counts what arrives. */
class IdempotencyIT {

    private static final String ORDER = "{\"side\":\"BUY\",\"quantity\":\"0.010\"}";

    private static UpstreamServer service;
    private static Gateways gateways;
    private static EdgeCaller first;
    private static EdgeCaller second;

    private final String key = UUID.randomUUID().toString();

    @BeforeAll
    static void start() {
        service = new UpstreamServer();
        gateways = new Gateways(service.url());
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
    void asksForAKey() {
        Answer answer = first.call(
                "/api/orders",
                request -> request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(ORDER)));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("IDEMPOTENCY_KEY_MISSING");
        assertThat(service.arrivals()).isEmpty();
    }

    @Test
    void refusesAKeyThatIsNone() {
        Answer answer = first.post("two words", ORDER);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("IDEMPOTENCY_KEY_INVALID");
        assertThat(service.arrivals()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void asksForAKeyWithEveryMethodThatChangesSomething(String method) {
        Answer answer = first.call("/api/orders/1", request -> request.method(method, BodyPublishers.noBody()));
        assertThat(answer.code()).isEqualTo("IDEMPOTENCY_KEY_MISSING");
    }

    @Test
    void answersARepeatFromTheStoredAnswer() {
        service.answers((exchange, _) -> {
            exchange.getResponseHeaders().set("Location", "/api/orders/17");
            exchange.getResponseHeaders().set("X-Internal", "no");
            UpstreamServer.send(exchange, 201, "{\"orderId\":\"17\", \"odd spacing\":  true}");
        });
        Answer original = first.post(key, ORDER);
        service.answers(500, "{}");
        Answer repeat = second.post(key, ORDER);

        assertThat(original.status()).isEqualTo(201);
        assertThat(original.isReplayed()).isFalse();
        assertThat(repeat.status()).isEqualTo(201);
        assertThat(repeat.isReplayed()).isTrue();
        assertThat(repeat.body()).isEqualTo(original.body());
        assertThat(repeat.header("Location")).isEqualTo("/api/orders/17");
        assertThat(repeat.header("Content-Type")).isEqualTo("application/json");
        assertThat(repeat.header("X-Internal") + original.header("X-Internal")).isEmpty();
        assertThat(service.arrivals()).hasSize(1);
    }

    @Test
    void takesQuotedAndBareForTheSameKeyAndSendsItOn() {
        first.post('"' + key + '"', ORDER);
        assertThat(second.post(key, ORDER).isReplayed()).isTrue();
        assertThat(service.arrivals().getFirst().headers().getFirst("Idempotency-Key"))
                .isEqualTo(key);
    }

    @Test
    void refusesTheKeyForAnotherCall() {
        first.post(key, ORDER);
        Answer otherBody = second.post(key, ORDER + " ");
        Answer otherPath = first.call(
                "/api/orders/1/cancel",
                request -> request.header("Idempotency-Key", key).POST(BodyPublishers.noBody()));
        assertThat(otherBody.status()).isEqualTo(422);
        assertThat(otherBody.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(otherPath.status()).isEqualTo(422);
        assertThat(service.arrivals()).hasSize(1);
    }

    @Test
    void keepsTheKeysOfUsersApart() {
        first.as("alice").post(key, ORDER);
        assertThat(first.as("bob").post(key, ORDER).isReplayed()).isFalse();
        assertThat(service.arrivals()).hasSize(2);
    }

    @Test
    void saysThatTheFirstCallStillRuns() {
        CountDownLatch end = new CountDownLatch(1);
        service.answers((exchange, _) -> {
            awaitUnchecked(end);
            UpstreamServer.send(exchange, 201, "{}");
        });
        CompletableFuture<Answer> running = CompletableFuture.supplyAsync(() -> first.post(key, ORDER));
        await().until(() -> service.arrivals().size() == 1);

        Answer meanwhile = second.post(key, ORDER);
        end.countDown();

        assertThat(meanwhile.status()).isEqualTo(409);
        assertThat(meanwhile.code()).isEqualTo("IDEMPOTENCY_KEY_IN_FLIGHT");
        assertThat(Integer.parseInt(meanwhile.header("Retry-After"))).isPositive();
        assertThat(running.join().status()).isEqualTo(201);
        assertThat(second.post(key, ORDER).isReplayed()).isTrue();
    }

    @Test
    void letsOneOfManyAtTwoGatewaysThrough() {
        for (int round = 0; round < 10; round++) {
            service.forget();
            List<Answer> answers = atOnce(16, UUID.randomUUID().toString());
            assertThat(service.arrivals()).hasSize(1);
            assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 409));
            assertThat(answers.stream().filter(answer -> answer.status() == 200 && !answer.isReplayed()))
                    .hasSize(1);
        }
    }

    private static List<Answer> atOnce(int callers, String key) {
        CountDownLatch go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Answer>> calls = IntStream.range(0, callers)
                    .mapToObj(n -> CompletableFuture.supplyAsync(
                            () -> {
                                awaitUnchecked(go);
                                return (n % 2 == 0 ? first : second).post(key, ORDER);
                            },
                            threads))
                    .toList();
            go.countDown();
            return calls.stream().map(CompletableFuture::join).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 409, 422})
    void keepsARefusalOfTheRequest(int status) {
        service.answers(status, "{\"code\":\"X\"}");
        first.post(key, ORDER);
        Answer repeat = second.post(key, ORDER);
        assertThat(repeat.status()).isEqualTo(status);
        assertThat(repeat.isReplayed()).isTrue();
        assertThat(service.arrivals()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 408, 429, 500, 503})
    void asksAgainAfterARefusalOfTheMoment(int status) {
        service.answers(status, "{}");
        assertThat(first.post(key, ORDER).status()).isEqualTo(status);
        service.answers(201, "{}");
        Answer repeat = second.post(key, ORDER);
        assertThat(repeat.status()).isEqualTo(201);
        assertThat(repeat.isReplayed()).isFalse();
        assertThat(service.arrivals()).hasSize(2);
    }

    @Test
    void refusesAnotherRequestEvenAfterARefusalOfTheMoment() {
        service.answers(503, "{}");
        first.post(key, ORDER);
        assertThat(first.post(key, "{}").status()).isEqualTo(422);
    }

    @Test
    void asksAgainAfterALostAnswer() {
        service.answers((exchange, _) -> exchange.close());
        Answer lost = first.post(key, ORDER);
        service.answers(201, "{}");
        assertThat(lost.status()).isEqualTo(502);
        assertThat(lost.code()).isEqualTo("UPSTREAM_UNAVAILABLE");
        assertThat(lost.header("Retry-After")).isEqualTo("1");
        assertThat(second.post(key, ORDER).status()).isEqualTo(201);
    }

    @Test
    void makesTheCallAgainWhenItsGatewayDiedInTheMiddle() {
        claimedByAGatewayThatDied();
        assertThat(first.post(key, ORDER).status()).isEqualTo(409);
        leaseRunsOut();
        assertThat(second.post(key, ORDER).status()).isEqualTo(200);
        assertThat(first.post(key, ORDER).isReplayed()).isTrue();
    }

    /** A call that got its claim and was never heard of again leaves exactly this row. */
    private void claimedByAGatewayThatDied() {
        first.post(key, ORDER);
        gateways.jdbc()
                .sql("UPDATE idempotency_record SET status = NULL, body = NULL, lease_until = now() + interval '20 s'"
                        + " WHERE idempotency_key = ?")
                .param(key)
                .update();
        service.forget();
    }

    private void leaseRunsOut() {
        gateways.jdbc()
                .sql("UPDATE idempotency_record SET lease_until = now() WHERE idempotency_key = ?")
                .param(key)
                .update();
    }

    @Test
    void storesNoAnswerOfACallThatWasTakenOver() {
        CountDownLatch end = new CountDownLatch(1);
        service.answers((exchange, _) -> {
            awaitUnchecked(end);
            UpstreamServer.send(exchange, 201, "{\"from\":\"late\"}");
        });
        CompletableFuture<Answer> late = CompletableFuture.supplyAsync(() -> first.post(key, ORDER));
        await().until(() -> service.arrivals().size() == 1);
        leaseRunsOut();
        service.answers(201, "{\"from\":\"second\"}");

        Answer taken = second.post(key, ORDER);
        end.countDown();

        assertThat(late.join().body()).isEqualTo("{\"from\":\"late\"}");
        assertThat(taken.body()).isEqualTo("{\"from\":\"second\"}");
        assertThat(first.post(key, ORDER).body()).isEqualTo("{\"from\":\"second\"}");
    }

    @Test
    void forgetsAnAnswerAfterItsTime() {
        first.post(key, ORDER);
        gateways.jdbc()
                .sql("UPDATE idempotency_record SET expires_at = now(), lease_until = now() WHERE idempotency_key = ?")
                .param(key)
                .update();
        assertThat(first.post(key, "{}").status()).isEqualTo(200);
        assertThat(service.arrivals()).hasSize(2);
    }

    @Test
    void touchesNoTableForARead() {
        long before = rows();
        assertThat(first.get("/api/orders").status()).isEqualTo(200);
        assertThat(rows()).isEqualTo(before);
    }

    private static long rows() {
        return gateways.jdbc()
                .sql("SELECT count(*) FROM idempotency_record")
                .query(Long.class)
                .single();
    }

    private static void awaitUnchecked(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
