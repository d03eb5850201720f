package dev.capstan.execution.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.execution.fixtures.Cluster;
import dev.capstan.execution.fixtures.ExecutionInstance;
import dev.capstan.execution.order.application.Placement;
import dev.capstan.execution.order.domain.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PlacementRaceIT {

    private static final Cluster CLUSTER = new Cluster();
    private static final ExecutionInstance FIRST = CLUSTER.startOwner("execution-1");
    private static final ExecutionInstance SECOND = CLUSTER.start("execution-2", Cluster.QUICK);
    private static final int CALLERS = 16;

    @AfterAll
    static void stop() {
        CLUSTER.close();
    }

    @Test
    void makesOneOrderOfOneKeyHoweverManyCallAtOnce() throws Exception {
        for (int round = 0; round < 10; round++) {
            String key = "same-" + round;
            List<Order> answers = together(key);

            assertThat(answers)
                    .extracting(order -> order.terms())
                    .containsOnly(answers.getFirst().terms());
            assertThat(answers)
                    .extracting(Order::approvedAt)
                    .containsOnly(answers.getFirst().approvedAt());
            CLUSTER.awaitStatus(FIRST, answers.getFirst(), OrderStatus.FILLED);
            assertThat(CLUSTER.venue.arrivalsOf(answers.getFirst().terms().clientOrderId()))
                    .isOne();
        }
        assertThat(CLUSTER.stream(FIRST)).isNotEmpty();
    }

    @Test
    void makesTwoOrdersOfTwoUsersWithOneKey() {
        Order one = CLUSTER.placed(FIRST, CLUSTER.market("two-users"));
        Order other = CLUSTER.placed(FIRST, CLUSTER.market("two-users", "trader-2"));

        assertThat(other.terms().clientOrderId()).isNotEqualTo(one.terms().clientOrderId());
    }

    @Test
    void asksRiskAgainWithTheSameOrderUntilItAnswers() {
        CLUSTER.world.risk.answersOnlyFrom(3);
        try {
            Order order = CLUSTER.placed(FIRST, CLUSTER.market("patient"));

            assertThat(order.approvedAt()).isNotNull();
            assertThat(CLUSTER.world.risk.asked())
                    .filteredOn(order.terms().clientOrderId()::equals)
                    .hasSize(3);
        } finally {
            CLUSTER.world.risk.approves();
        }
    }

    @Test
    void deniesWhenRiskNeverAnswersAndSaysTheSameToARepeat() {
        CLUSTER.world.risk.answers(terms -> Optional.empty());
        try {
            Order denied = CLUSTER.placed(FIRST, CLUSTER.market("no-risk"));

            assertThat(denied.status()).isEqualTo(OrderStatus.DENIED);
            assertThat(denied.approvedAt()).isNull();
            CLUSTER.world.risk.approves();
            assertThat(CLUSTER.placed(SECOND, CLUSTER.market("no-risk")).denial())
                    .isEqualTo(denied.denial());
            assertThat(CLUSTER.venue.arrivalsOf(denied.terms().clientOrderId())).isZero();
        } finally {
            CLUSTER.world.risk.approves();
        }
    }

    private static List<Order> together(String key) throws Exception {
        CyclicBarrier start = new CyclicBarrier(CALLERS);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Placement>> calls = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                ExecutionInstance instance = i % 2 == 0 ? FIRST : SECOND;
                calls.add(() -> {
                    start.await();
                    return CLUSTER.place(instance, CLUSTER.market(key));
                });
            }
            List<Order> orders = new ArrayList<>();
            for (Future<Placement> answer : callers.invokeAll(calls)) {
                assertThat(answer.get()).isInstanceOf(Placement.Decided.class);
                orders.add(((Placement.Decided) answer.get()).order());
            }
            return orders;
        }
    }

    @Test
    void decidesAnOrderWhoseCallerDied() {
        CLUSTER.world.risk.answersOnlyFrom(2);
        try {
            Thread caller = Thread.ofVirtual().start(() -> CLUSTER.place(SECOND, CLUSTER.market("orphan")));
            await().until(() -> !CLUSTER.world.risk.asked().isEmpty());
            caller.interrupt();

            Order order = CLUSTER.placed(FIRST, CLUSTER.market("orphan"));
            CLUSTER.awaitStatus(FIRST, order, OrderStatus.FILLED);
        } finally {
            CLUSTER.world.risk.approves();
        }
    }
}
