package dev.capstan.gateway.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.problem.ProblemException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class UpstreamClientTest {

    private static final Duration PATIENT = Duration.ofSeconds(10);

    private final UpstreamServer first = new UpstreamServer();
    private final UpstreamServer second = new UpstreamServer();

    @AfterEach
    void stop() {
        first.close();
        second.close();
    }

    @Test
    void asksTheFirstReplicaAlone() {
        first.answers(201, "{\"first\":true}");
        UpstreamAnswer answer = post(PATIENT, first.url(), second.url());
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().bytes()).asString().isEqualTo("{\"first\":true}");
        assertThat(second.arrivals()).isEmpty();
    }

    @Test
    void asksTheNextReplicaWhenAConnectionIsRefused() {
        first.close();
        assertThat(post(PATIENT, first.url(), second.url()).status()).isEqualTo(200);
        assertThat(second.arrivals()).hasSize(1);
    }

    @Test
    void takesAServiceErrorForAnAnswer() {
        first.answers(503, "{}");
        assertThat(post(PATIENT, first.url(), second.url()).status()).isEqualTo(503);
        assertThat(second.arrivals()).isEmpty();
    }

    @Test
    void neverSendsAgainOnceTheRequestArrived() {
        first.answers((exchange, _) -> exchange.close());
        assertFails(ProblemCode.UPSTREAM_UNAVAILABLE, PATIENT, first.url(), second.url());
        assertThat(first.arrivals()).hasSize(1);
        assertThat(second.arrivals()).isEmpty();
    }

    @Test
    void neverSendsAgainOverAConnectionThatWasUsedBefore() {
        try (UpstreamClient client = client(first.url(), second.url())) {
            client.call(Upstream.EXECUTION, UpstreamClientTest::order, PATIENT);
            first.answers((exchange, _) -> exchange.close());
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> client.call(Upstream.EXECUTION, UpstreamClientTest::order, PATIENT));
        }
        assertThat(first.arrivals()).hasSize(2);
        assertThat(second.arrivals()).isEmpty();
    }

    @Test
    void givesUpOnASlowServiceAndAsksNoOther() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        first.answers((_, _) -> await(end));
        assertFails(ProblemCode.UPSTREAM_TIMEOUT, Duration.ofMillis(200), first.url(), second.url());
        end.countDown();
        assertThat(second.arrivals()).isEmpty();
    }

    @Test
    void givesUpOnABodyThatNeverEnds() {
        CountDownLatch end = new CountDownLatch(1);
        first.answers((exchange, _) -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await(end);
        });
        assertFails(ProblemCode.UPSTREAM_TIMEOUT, Duration.ofMillis(300), first.url());
        end.countDown();
    }

    @Test
    void refusesAnAnswerLargerThanTheLimit() {
        first.answers(200, "x".repeat(2000));
        assertFails(ProblemCode.UPSTREAM_UNAVAILABLE, PATIENT, first.url());
    }

    @Test
    void saysWhenNothingAcceptsConnections() throws IOException {
        assertFails(ProblemCode.UPSTREAM_UNAVAILABLE, PATIENT, "http://127.0.0.1:" + closedPort());
        assertFails(ProblemCode.UPSTREAM_UNAVAILABLE, PATIENT);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void assertFails(ProblemCode code, Duration timeout, String... replicas) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> post(timeout, replicas))
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(code);
                    assertThat(problem.retryAfterSeconds()).isEqualTo(1);
                });
    }

    private static UpstreamAnswer post(Duration timeout, String... replicas) {
        try (UpstreamClient client = client(replicas)) {
            return client.call(Upstream.EXECUTION, UpstreamClientTest::order, timeout);
        }
    }

    private static UpstreamClient client(String... replicas) {
        var settings = new ForwardingSettings(
                Duration.ofSeconds(1), PATIENT, PATIENT, PATIENT, DataSize.ofKilobytes(1), PATIENT, 1, PATIENT);
        return new UpstreamClient(new Replicas(_ -> List.of(replicas)), settings);
    }

    private static HttpRequest order(URI replica) {
        return HttpRequest.newBuilder(replica.resolve("/api/orders"))
                .POST(BodyPublishers.ofString("{}"))
                .build();
    }
}
