package dev.capstan.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.launcher.seed.DemoUser;
import dev.capstan.launcher.stack.StackProcess;
import dev.capstan.systemtests.dsl.Answer;
import dev.capstan.systemtests.dsl.Api;
import dev.capstan.systemtests.dsl.Capstan;
import dev.capstan.systemtests.dsl.OnAQuietMachine;
import dev.capstan.systemtests.dsl.Person;
import dev.capstan.systemtests.dsl.TradingAccount;
import dev.capstan.systemtests.dsl.VenueSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** However often and wherever a call is repeated, it has one effect and one answer. */
@OnAQuietMachine
class OneEffectScenario {

    private static final String ETHUSDT = "ETHUSDT.BINANCE";
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Capstan capstan = Capstan.shared();

    @Test
    void oneKeyAtTwoGatewaysAndTwoExecutionServicesIsOneOrder() throws Exception {
        Person trader = capstan.trader();
        TradingAccount account = trader.opensAccount();
        Map<String, String> order = account.market("BUY", ETHUSDT, "0.1");
        String key = "everywhere-" + account.accountId();
        List<Callable<Answer>> calls = new ArrayList<>();
        for (String service : List.of("gateway", "execution-service")) {
            for (int instance = 1; instance <= 2; instance++) {
                Api door = trader.at(capstan.url(service, instance));
                calls.add(() -> door.post("/api/orders", order, key));
                calls.add(() -> door.post("/api/orders", order, key));
            }
        }
        List<Answer> answers = atOnce(calls);
        assertThat(answers).extracting(Answer::status).containsAnyOf(201).isSubsetOf(201, 409);
        Answer settled = trader.api().post("/api/orders", order, key).expect(201);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 201)
                .allSatisfy(answer -> assertThat(answer.body()).isEqualTo(settled.body()));
        account.awaitOrder(settled.text("orderId"), SOON, "FILLED");
        assertThat(account.orders()).hasSize(1);
        assertThat(capstan.venue().orders(account)).hasSize(1);
    }

    @Test
    void theAnswerIsTheSameAfterTheGatewayForgotIt() {
        TradingAccount account = capstan.trader().opensAccount();
        String key = "forgotten-" + account.accountId();
        Map<String, String> order = account.market("BUY", ETHUSDT, "0.1");
        Answer first = account.owner().api().post("/api/orders", order, key).expect(201);
        forget(key);
        Answer again = account.owner().api().post("/api/orders", order, key).expect(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.replayed()).isNull();
    }

    @Test
    void aDenialIsTheSameAfterTheGatewayForgotIt() {
        TradingAccount account = capstan.trader().opensAccount();
        String key = "denied-" + account.accountId();
        Map<String, String> order = account.limit("BUY", ETHUSDT, "0.1", "1.00");
        Answer first = account.owner().api().post("/api/orders", order, key).expect(422);
        assertThat(first.text("code")).isEqualTo("ORDER_DENIED");
        forget(key);
        Answer again = account.owner().api().post("/api/orders", order, key).expect(422);
        for (String field : List.of("code", "reason", "orderId", "detail")) {
            assertThat(again.text(field)).as(field).isEqualTo(first.text(field)).isNotEmpty();
        }
        assertThat(capstan.venue().orders(account)).isEmpty();
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        TradingAccount account = capstan.trader().opensAccount();
        String key = "reused-" + account.accountId();
        account.owner()
                .api()
                .post("/api/orders", account.market("BUY", ETHUSDT, "0.1"), key)
                .expect(201);
        Answer other = account.owner().api().post("/api/orders", account.market("BUY", ETHUSDT, "0.2"), key);
        assertThat(other.expect(422).text("code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        forget(key);
        Answer atExecution = account.owner().api().post("/api/orders", account.market("BUY", ETHUSDT, "0.2"), key);
        assertThat(atExecution.expect(422).text("code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    /** The first call reaches services that stand still; it is answered by none, and its claim at the gateway runs out. */
    @Test
    void theAnswerIsTheSameAfterTheGatewaysLeaseRanOut() throws Exception {
        TradingAccount account = capstan.trader().opensAccount();
        VenueSession.awaitHeld(capstan, account, 0, SOON);
        Map<String, Map<String, String>> orders = Map.of(
                "lease-" + account.accountId(), account.market("BUY", ETHUSDT, "0.1"),
                "lease-denied-" + account.accountId(), account.limit("BUY", ETHUSDT, "0.1", "1.00"));
        List<StackProcess> executions =
                List.of(capstan.process("execution-service"), capstan.process("execution-service-2"));
        executions.forEach(StackProcess::suspend);
        try {
            assertThat(atOnce(orders.entrySet().stream()
                            .<Callable<Answer>>map(order ->
                                    () -> account.owner().api().post("/api/orders", order.getValue(), order.getKey()))
                            .toList()))
                    .allSatisfy(answer -> assertThat(answer.status()).isBetween(500, 504));
            await("the gateway's leases to run out")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> orders.keySet().stream().allMatch(this::leaseRanOut));
        } finally {
            executions.forEach(StackProcess::resume);
        }
        orders.forEach((key, order) -> {
            Answer settled = await("an answer under " + key)
                    .atMost(SOON)
                    .ignoreExceptions()
                    .until(
                            () -> account.owner().api().post("/api/orders", order, key),
                            answer -> answer.status() == 201 || answer.status() == 422);
            forget(key);
            Answer again = account.owner().api().post("/api/orders", order, key);
            assertThat(again.status()).isEqualTo(settled.status());
            assertThat(again.text("orderId")).isEqualTo(settled.text("orderId")).isNotEmpty();
        });
        assertThat(account.orders()).hasSize(2);
        assertThat(capstan.venue().orders(account)).hasSizeLessThanOrEqualTo(1);
    }

    private boolean leaseRanOut(String key) {
        return capstan.sql()
                        .number(
                                "SELECT count(*) FROM gateway.idempotency_record WHERE idempotency_key = ? "
                                        + "AND lease_until > clock_timestamp()",
                                key)
                == 0;
    }

    @Test
    void twoUsersWithOneKeyOnOneAccountMakeTwoOrders() {
        TradingAccount account = capstan.trader().opensAccount();
        Person other = capstan.person(DemoUser.TRADER2);
        String stranger = "/api/orders?accountId=" + account.accountId();
        other.api().get(stranger).expect(404);
        account.owner()
                .api()
                .post(
                        "/api/accounts/" + account.accountId() + "/grants",
                        Map.of("subject", other.subject(), "permission", "TRADE"));
        String key = "two-users-" + account.accountId();
        Map<String, String> order = account.market("BUY", ETHUSDT, "0.1");
        Answer mine = account.owner().api().post("/api/orders", order, key).expect(201);
        Answer theirs = other.api().post("/api/orders", order, key).expect(201);
        assertThat(theirs.text("orderId")).isNotEqualTo(mine.text("orderId"));
        account.awaitOrder(mine.text("orderId"), SOON, "FILLED");
        account.awaitOrder(theirs.text("orderId"), SOON, "FILLED");
        assertThat(capstan.venue().orders(account)).hasSize(2);
    }

    @Test
    void aKilledSessionOwnerIsReplacedWithinFifteenSeconds() {
        TradingAccount account = capstan.trader().opensAccount();
        await().atMost(SOON).until(() -> !session(account, "owner").isEmpty());
        String owner = session(account, "owner");
        String fence = session(account, "fence");
        capstan.process(processOf(owner)).kill();
        await("another fence")
                .atMost(Duration.ofSeconds(15))
                .until(() -> !session(account, "fence").equals(fence) && leaseHolds(account));
        capstan.stack().awaitReady(Duration.ofMinutes(2));
        Answer placed = account.buys(ETHUSDT, "0.1").expect(201);
        account.awaitOrder(placed.text("orderId"), SOON, "FILLED");
    }

    private String session(TradingAccount account, String column) {
        List<String> values = capstan.sql()
                .texts(
                        "SELECT " + column + " FROM execution.venue_session WHERE account_id = ?::uuid",
                        account.accountId());
        return values.isEmpty() ? "" : values.getFirst();
    }

    private boolean leaseHolds(TradingAccount account) {
        return capstan.sql()
                        .number(
                                "SELECT count(*) FROM execution.venue_session WHERE account_id = ?::uuid AND lease_until > now()",
                                account.accountId())
                == 1;
    }

    /** Instances are named {@code execution-1}, processes {@code execution-service} and {@code execution-service-2}. */
    private static String processOf(String owner) {
        return owner.endsWith("-2") ? "execution-service-2" : "execution-service";
    }

    private void forget(String key) {
        assertThat(capstan.sql().update("DELETE FROM gateway.idempotency_record WHERE idempotency_key = ?", key))
                .isEqualTo(1);
    }

    private static List<Answer> atOnce(List<Callable<Answer>> calls) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
