package dev.capstan.execution.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.execution.fixtures.Cluster;
import dev.capstan.execution.fixtures.ExecutionInstance;
import dev.capstan.execution.order.application.OrderStreams;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.order.domain.OrderChange;
import dev.capstan.kit.correlation.Correlation;
import dev.capstan.kit.turns.SharedTurns;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders that wait for the same stream share its transaction, and nothing else. */
class SharedStepsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Cluster CLUSTER = new Cluster();
    private static final ExecutionInstance owner = CLUSTER.start("execution-1");

    private final OrderStreams streams = owner.bean(OrderStreams.class);
    private final Clock clock = Clock.systemUTC();
    private final List<Thread> threads = new ArrayList<>();

    @BeforeAll
    static void begin() {
        CLUSTER.awaitOwner(owner);
    }

    @AfterAll
    static void stop() {
        CLUSTER.close();
    }

    @Test
    void stepsThatWaitForOneStreamAreTakenTogether() {
        List<Order> orders = resting("together", 5);

        List<CompletableFuture<OrderChange>> steps = whileBusy(
                orders.getFirst(),
                () -> orders.subList(1, 5).stream()
                        .map(order -> begin("together-" + order.id(), order, now -> now.requestCancel(clock.instant())))
                        .toList());

        assertThat(steps).allSatisfy(step -> assertThat(step).succeedsWithin(PATIENCE));
        assertThat(mostTakenTogether()).as("one transaction for the four").isEqualTo(4);
        assertThat(orders.subList(1, 5))
                .allMatch(order -> CLUSTER.now(owner, order).cancelRequested());
        assertThat(CLUSTER.stream(owner)).isNotEmpty();
        assertThat(correlations("together-"))
                .as("each on account of its own request")
                .hasSize(4);
    }

    @Test
    void aStepThatFailsSpoilsNoneOfTheOthers() {
        List<Order> orders = resting("spoiled", 5);

        List<CompletableFuture<OrderChange>> steps = whileBusy(
                orders.getFirst(),
                () -> orders.subList(1, 5).stream()
                        .map(order -> begin(
                                order,
                                now -> now.id().equals(orders.get(3).id())
                                        ? broken()
                                        : now.requestCancel(clock.instant())))
                        .toList());

        assertThatThrownBy(() -> steps.get(2).join())
                .isInstanceOf(CompletionException.class)
                .hasRootCauseMessage("broken");
        assertThat(List.of(steps.get(0), steps.get(1), steps.get(3)))
                .allSatisfy(step -> assertThat(step).succeedsWithin(PATIENCE));
        assertThat(orders.stream()
                        .skip(1)
                        .map(order -> CLUSTER.now(owner, order).cancelRequested()))
                .containsExactly(true, true, false, true);
        assertThat(CLUSTER.stream(owner)).isNotEmpty();
    }

    /** Steps of the same order never share: the second must read what the first wrote. */
    @Test
    void anOrdersOwnStepsFollowEachOther() {
        List<Order> orders = resting("own", 2);
        Order wanted = orders.getLast();

        List<CompletableFuture<OrderChange>> steps = whileBusy(
                orders.getFirst(),
                () -> IntStream.range(0, 2)
                        .mapToObj(i -> begin(wanted, now -> now.requestCancel(clock.instant())))
                        .toList());

        assertThat(steps.stream()
                        .map(CompletableFuture::join)
                        .filter(change -> !change.facts().isEmpty()))
                .as("the flag is raised once")
                .hasSize(1);
    }

    private static OrderChange broken() {
        throw new IllegalStateException("broken");
    }

    private static List<Order> resting(String key, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> CLUSTER.placed(owner, CLUSTER.limit(key + "-" + i)))
                .map(order -> CLUSTER.awaitStatus(owner, order, OrderStatus.ACCEPTED))
                .toList();
    }

    /** Holds the stream with a step of {@code first} until all the others stand in line. */
    private List<CompletableFuture<OrderChange>> whileBusy(
            Order first, Supplier<List<CompletableFuture<OrderChange>>> others) {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch busy = new CountDownLatch(1);
        CompletableFuture<OrderChange> holder = begin(first, now -> {
            busy.countDown();
            awaitQuietly(release);
            return OrderChange.none(now);
        });
        awaitQuietly(busy);
        List<CompletableFuture<OrderChange>> steps = others.get();
        await().atMost(PATIENCE).until(() -> threads.stream().skip(1).allMatch(SharedStepsIT::standsInLine));
        release.countDown();
        assertThat(holder).succeedsWithin(PATIENCE);
        return steps;
    }

    private static boolean standsInLine(Thread thread) {
        return thread.getState() == Thread.State.WAITING
                && Arrays.stream(thread.getStackTrace())
                        .anyMatch(frame -> SharedTurns.class.getName().equals(frame.getClassName()));
    }

    private CompletableFuture<OrderChange> begin(Order order, Function<Order, OrderChange> step) {
        return begin("any", order, step);
    }

    private CompletableFuture<OrderChange> begin(String correlationId, Order order, Function<Order, OrderChange> step) {
        CompletableFuture<OrderChange> done = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform().start(() -> {
            try (Correlation.Scope _ = Correlation.open(correlationId)) {
                done.complete(streams.change(order, step));
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        threads.add(thread);
        return done;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Of the records to be published; nothing takes them away here. */
    private static List<?> correlations(String prefix) {
        return owner.bean(JdbcClient.class)
                .sql("SELECT DISTINCT correlation_id FROM outbox WHERE correlation_id LIKE ?")
                .param(prefix + "%")
                .query(String.class)
                .list();
    }

    /** Lately. Transactions of one step come in between as they like: a venue reports what it has answered already. */
    private static double mostTakenTogether() {
        return owner.bean(MeterRegistry.class)
                .get("order.stream.steps")
                .summary()
                .max();
    }
}
