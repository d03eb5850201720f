package dev.capstan.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.gateway.EdgeCaller.Answer;
import dev.capstan.gateway.forwarding.UpstreamServer;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A gateway that is started again, and one whose database goes away. */
class OutageIT {

    private static final String ORDER = "{\"side\":\"BUY\"}";

    private final String key = UUID.randomUUID().toString();
    private final UpstreamServer service = new UpstreamServer();
    private final Gateways gateways = new Gateways(service.url());
    private final TcpProxy wire = new TcpProxy(gateways.databaseUrl());
    private EdgeCaller alice;

    @BeforeEach
    void start() {
        alice = gateways.with("capstan.database.url", wire.jdbcUrl()).start();
        service.answers(201, "{\"orderId\":\"17\"}");
    }

    @AfterEach
    void stop() {
        gateways.close();
        wire.close();
        service.close();
    }

    @Test
    void remembersItsAnswersWhenStartedAgain() {
        alice.post(key, ORDER);
        gateways.stop();
        Answer repeat = gateways.start().post(key, ORDER);
        assertThat(repeat.status()).isEqualTo(201);
        assertThat(repeat.body()).isEqualTo("{\"orderId\":\"17\"}");
        assertThat(repeat.isReplayed()).isTrue();
        assertThat(service.arrivals()).hasSize(1);
    }

    @Test
    void forwardsReadsAndNoWritesWhileItsDatabaseIsAway() {
        alice.post(ORDER);
        wire.cut();
        Answer write = alice.post(key, ORDER);
        assertThat(write.status()).isEqualTo(503);
        assertThat(write.code()).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(write.header("Retry-After")).isNotEmpty();
        assertThat(service.arrivals()).hasSize(1);
        assertThat(alice.get("/api/orders").status()).isEqualTo(201);

        wire.mend();
        await().atMost(Duration.ofSeconds(15))
                .until(() -> alice.post(key, ORDER).status() == 201);
        assertThat(service.arrivals()).hasSize(3);
    }

    @Test
    void answersACallWhoseAnswerCannotBeStored() {
        CountDownLatch end = new CountDownLatch(1);
        service.answers((exchange, _) -> {
            awaitUnchecked(end);
            UpstreamServer.send(exchange, 201, "{\"orderId\":\"17\"}");
        });
        CompletableFuture<Answer> running = CompletableFuture.supplyAsync(() -> alice.post(key, ORDER));
        await().until(() -> service.arrivals().size() == 1);
        wire.cut();
        end.countDown();
        assertThat(running.join().status()).isEqualTo(201);

        wire.mend();
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(alice.post(key, ORDER).code()).isEqualTo("IDEMPOTENCY_KEY_IN_FLIGHT"));
    }

    @Test
    void saysThatItsDatabaseIsAway() {
        wire.cut();
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
            long before = System.nanoTime();
            Answer ready = alice.anonymous().get("/api/health/ready");
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMillis(200));
            assertThat(ready.status()).isEqualTo(503);
            assertThat(ready.json().at("/checks/database/status").asString()).isEqualTo("down");
        });
        assertThat(alice.anonymous().get("/api/health/live").status()).isEqualTo(200);
    }

    private static void awaitUnchecked(CountDownLatch latch) {
        try {
            boolean _ = latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
