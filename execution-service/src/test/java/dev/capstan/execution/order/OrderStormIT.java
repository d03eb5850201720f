package dev.capstan.execution.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.contracts.order.OrderEventType;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.execution.fixtures.Cluster;
import dev.capstan.execution.fixtures.ExecutionInstance;
import dev.capstan.execution.fixtures.HaltSwitch;
import dev.capstan.execution.order.application.CancelOrder;
import dev.capstan.execution.order.application.NewOrder;
import dev.capstan.execution.order.application.Placement;
import dev.capstan.execution.order.application.VenueReportIntake;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.tradingstate.TradingScope;
import dev.capstan.execution.venue.domain.SubmitAnswer;
import dev.capstan.execution.venue.domain.VenueReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything at once on two replicas: whoever wins which race, locks are taken in one order and the books equal the venue's. */
class OrderStormIT {

    private static final int ORDERS = 60;
    private static final long SEED = 20_261_120;

    private final Cluster cluster = new Cluster();
    private final ExecutionInstance first = cluster.startOwner("execution-1");
    private final ExecutionInstance second = cluster.start("execution-2", Cluster.QUICK);
    private final Queue<Order> placed = new ConcurrentLinkedQueue<>();

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void endsWithTheVenuesTruthWhateverRaces() {
        Random random = new Random(SEED);
        loseSomeAnswers(random);
        List<NewOrder> orders = IntStream.range(0, ORDERS)
                .mapToObj(i -> random.nextBoolean() ? cluster.market("storm-" + i) : cluster.limit("storm-" + i))
                .toList();
        long haltAfter = random.nextInt(ORDERS);

        List<CompletableFuture<Void>> callers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < ORDERS; i++) {
                NewOrder order = orders.get(i);
                ExecutionInstance at = i % 2 == 0 ? first : second;
                callers.add(CompletableFuture.runAsync(() -> place(at, order), threads));
                if (i == haltAfter) {
                    callers.add(CompletableFuture.runAsync(this::haltAndReArm, threads));
                }
            }
        }
        assertThat(callers).allSatisfy(caller -> assertThat(caller).isCompleted());
        first.bean(CancelOrder.class).cancelAll(cluster.account, Optional.empty());

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(placed)
                        .allMatch(order -> cluster.now(first, order).isTerminal()));
        assertThat(placed).hasSize(ORDERS).allSatisfy(this::equalsTheVenue);
        assertThat(deadlocks()).as("seed " + SEED).isZero();
        assertThat(fillsTold()).isEqualTo(fillsAtTheVenue());
    }

    private void loseSomeAnswers(Random random) {
        for (int i = 0; i < ORDERS; i++) {
            boolean loses = random.nextInt(5) == 0;
            cluster.venue.next(submission -> {
                VenueReport report = cluster.venue.execute(submission);
                return loses
                        ? new SubmitAnswer.OutcomeUnknown("connection=closed")
                        : new SubmitAnswer.Acknowledged(report);
            });
        }
    }

    /** And every report comes a second time, on the other replica. */
    private void place(ExecutionInstance at, NewOrder request) {
        if (cluster.place(at, request) instanceof Placement.Decided(Order order)) {
            placed.add(order);
            cluster.venue
                    .truth(order.terms().clientOrderId())
                    .ifPresent(report -> second.bean(VenueReportIntake.class).accept(report));
        }
    }

    private void haltAndReArm() {
        HaltSwitch halt = new HaltSwitch(second);
        TradingScope account = new TradingScope(cluster.account, null);
        halt.halt(account);
        halt.reArm(account);
    }

    private void equalsTheVenue(Order order) {
        Order ours = cluster.now(first, order);
        Optional<VenueReport> venue = cluster.venue.truth(order.terms().clientOrderId());
        assertThat(cluster.venue.arrivalsOf(order.terms().clientOrderId())).isEqualTo(venue.isPresent() ? 1 : 0);
        assertThat(ours.execution().filledQuantity())
                .isEqualTo(venue.map(VenueReport::executedQuantity).orElse(Quantity.ZERO));
        venue.ifPresent(report -> assertThat(ours.status())
                .isEqualTo(OrderStatus.valueOf(report.state().name())));
    }

    private long fillsTold() {
        return cluster.stream(first).stream()
                .map(OrderEvent::type)
                .filter(OrderEventType.OrderFilled::equals)
                .count();
    }

    private long fillsAtTheVenue() {
        return placed.stream()
                .flatMap(order -> cluster.venue.truth(order.terms().clientOrderId()).stream())
                .mapToLong(report -> report.fills().size())
                .sum();
    }

    private long deadlocks() {
        return first.bean(JdbcClient.class)
                .sql("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
                .query(Long.class)
                .single();
    }
}
