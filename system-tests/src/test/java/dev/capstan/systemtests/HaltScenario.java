package dev.capstan.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.launcher.stack.StackProcess;
import dev.capstan.systemtests.dsl.Agreement;
import dev.capstan.systemtests.dsl.Api;
import dev.capstan.systemtests.dsl.Capstan;
import dev.capstan.systemtests.dsl.CrashPlans;
import dev.capstan.systemtests.dsl.OnAQuietMachine;
import dev.capstan.systemtests.dsl.TradingAccount;
import dev.capstan.systemtests.dsl.Traffic;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** After a halt was answered, the venue gets no new order: not even from a replica that was frozen inside its claim. */
@OnAQuietMachine
class HaltScenario {

    private static final int SUBMITS = 100;
    private static final List<String> INSTRUMENTS =
            List.of("BTCUSDT.BINANCE", "ETHUSDT.BINANCE", "SOLUSDT.BINANCE", "XRPUSDT.BINANCE");
    private static final List<String> QUANTITIES = List.of("0.001", "0.01", "0.1", "20");
    private static final Map<String, String> EVERYTHING = Map.of("scope", "ALL", "reason", "scenario");
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration LIMIT = Duration.ofSeconds(90);

    /** The halt's own second, and the venue's window together with the error of our clock. */
    private static final Duration PROMISED = Duration.ofSeconds(4);

    /** A hundred submits and two stacks' worth of replicas on two cores: the time itself is printed, and read by people. */
    private static final Duration BUSY_CORES = Duration.ofSeconds(4);

    private final Capstan capstan = Capstan.shared();

    @Test
    void noOrderReachesTheVenueAfterAHaltWasAnswered() {
        List<TradingAccount> accounts =
                Stream.generate(this::tradingAccount).limit(4).toList();
        Traffic.warmsUp(capstan, accounts);
        String resting = rests(accounts.getFirst());
        CrashPlans.Armed plan = capstan.crashPlans().freezes("execution-service", "CLAIM_CHECKED", 10);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (int i = 0; i < SUBMITS; i++) {
                    int number = i;
                    callers.execute(() -> submit(accounts.get(number % 4), number / 4 % 4));
                }
                long frozen = plan.awaitDone(SOON);
                halts(accounts, frozen);
                passesACancel(accounts.getFirst(), resting);
            } finally {
                plan.disarm();
                executions().forEach(StackProcess::resume);
                reArm();
            }
        }
        accounts.forEach(account -> {
            settles(account);
            Agreement.awaitBooks(capstan, account, LIMIT);
            Agreement.nothingWasResent(capstan, account);
        });
    }

    private void halts(List<TradingAccount> accounts, long frozen) {
        int awake = Objects.equals(executions().getFirst().status().pid(), frozen) ? 2 : 1;
        Api execution = capstan.riskManager().at(capstan.url("execution-service", awake));
        long begin = System.nanoTime();
        execution.post("/api/trading-state/halt", EVERYTHING).expect(200);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        Set<String> atTheAnswer = placed(accounts);
        executions().get(2 - awake).resume();
        await("no new order")
                .during(Duration.ofSeconds(8))
                .atMost(Duration.ofSeconds(12))
                .until(() -> placed(accounts).equals(atTheAnswer));
        System.out.printf(
                "halt: answered after %d ms, %d orders at the venue then and 8 s later%n",
                took.toMillis(), atTheAnswer.size());
        assertThat(took).isLessThan(PROMISED.plus(BUSY_CORES));
    }

    /** Calls at the frozen replica end without an answer; what became of those orders, the books tell. */
    private void submit(TradingAccount account, int instrument) {
        try {
            account.placesOnce(account.market("BUY", INSTRUMENTS.get(instrument), QUANTITIES.get(instrument)));
        } catch (UncheckedIOException unanswered) {
            System.out.printf("halt: a submit had no answer: %s%n", unanswered.getMessage());
        }
    }

    private void passesACancel(TradingAccount account, String orderId) {
        await("a cancel while halted")
                .atMost(SOON)
                .ignoreExceptions()
                .until(() -> account.owner()
                                .api()
                                .post("/api/orders/" + orderId + "/cancel", Map.of())
                                .status()
                        == 200);
        account.awaitOrder(orderId, SOON, "CANCELED");
    }

    private Set<String> placed(List<TradingAccount> accounts) {
        Set<String> ids = new TreeSet<>();
        for (TradingAccount account : accounts) {
            for (JsonNode order : capstan.venue().orders(account)) {
                ids.add(order.path("clientOrderId").asString());
            }
        }
        return ids;
    }

    /** No order stays on its way. */
    private void settles(TradingAccount account) {
        await("orders of " + account.accountId() + " to settle")
                .atMost(LIMIT)
                .until(() -> capstan.sql()
                                .number(
                                        "SELECT count(*) FROM execution.orders WHERE account_id = ?::uuid "
                                                + "AND status IN ('NEW', 'SUBMITTED', 'UNKNOWN')",
                                        account.accountId())
                        == 0);
    }

    private void reArm() {
        await("re-arm")
                .atMost(SOON)
                .ignoreExceptions()
                .until(() -> capstan.riskManager()
                                .api()
                                .post("/api/trading-state/re-arm", EVERYTHING)
                                .status()
                        == 200);
    }

    /** Far enough below the market to rest, near enough for the price collar. */
    private String rests(TradingAccount account) {
        String price = capstan.venue()
                .price("ETHUSDT")
                .multiply(new BigDecimal("0.96"))
                .setScale(2, RoundingMode.DOWN)
                .toPlainString();
        String orderId = account.places(account.limit("BUY", "ETHUSDT.BINANCE", "0.1", price))
                .expect(201)
                .text("orderId");
        account.awaitOrder(orderId, SOON, "ACCEPTED");
        return orderId;
    }

    private List<StackProcess> executions() {
        return List.of(capstan.process("execution-service"), capstan.process("execution-service-2"));
    }

    private TradingAccount tradingAccount() {
        return capstan.trader().opensTradingAccount("ETHUSDT.BINANCE", "0.1");
    }
}
