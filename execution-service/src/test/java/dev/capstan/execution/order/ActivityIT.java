package dev.capstan.execution.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.execution.fixtures.Cluster;
import dev.capstan.execution.fixtures.ExecutionInstance;
import dev.capstan.execution.fixtures.ScriptedVenue;
import dev.capstan.execution.order.domain.Order;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ActivityIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Cluster cluster = new Cluster();
    private final ExecutionInstance owner = cluster.startOwner("execution-1");
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void anOrderIsPendingUntilItIsKnownWhatBecameOfIt() {
        long done = look().path("done").asLong();
        cluster.venue.losesNextAnswer();
        cluster.venue.deniesExistence(true);
        Order order = cluster.placed(owner, cluster.market("lost-answer"));
        assertThat(pending("orders")).isEqualTo(1);
        cluster.awaitStatus(owner, order, OrderStatus.UNKNOWN);
        assertThat(pending("orders")).as("in doubt").isEqualTo(1);

        cluster.venue.deniesExistence(false);
        cluster.awaitStatus(owner, order, OrderStatus.FILLED);
        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(pending("orders")).isZero();
            assertThat(look().path("done").asLong()).isGreaterThan(done);
        });
    }

    @Test
    void anOrderThatRestsWaitsForTheMarketAlone() {
        Order order = cluster.placed(owner, cluster.limit("rests"));
        cluster.awaitStatus(owner, order, OrderStatus.ACCEPTED);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(pending("orders")).isZero());
    }

    @Test
    void anAccountThatNobodySpeaksForIsPending() {
        await().atMost(LIMIT).until(() -> pending("sessions") == 0);
        owner.freeze();
        AccountId another = AccountId.of(UUID.randomUUID());
        cluster.world.account(another, Cluster.TRADER, new ScriptedVenue(another, Clock.systemUTC()));
        assertThat(pending("sessions")).isEqualTo(1);
    }

    private long pending(String name) {
        return look().path("pending").path(name).asLong(-1);
    }

    private JsonNode look() {
        try {
            URI uri = URI.create("http://127.0.0.1:" + owner.port() + "/activity");
            return JsonMapper.shared()
                    .readTree(client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                            .body());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
