package dev.capstan.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.systemtests.dsl.Agreement;
import dev.capstan.systemtests.dsl.Answer;
import dev.capstan.systemtests.dsl.BrokenSource;
import dev.capstan.systemtests.dsl.Capstan;
import dev.capstan.systemtests.dsl.OrderTopic;
import dev.capstan.systemtests.dsl.TradingAccount;
import dev.capstan.systemtests.dsl.Traffic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is away comes back, and what is garbage is fetched anew: nothing is lost, nothing is put aside that was good. */
class OutageScenario {

    private static final String ETHUSDT = "ETHUSDT.BINANCE";
    private static final String BTCUSDT = "BTCUSDT.BINANCE";
    private static final List<String> CONSUMERS = List.of("risk-service", "portfolio-service");
    private static final Map<String, String> STREAM_CONSUMERS =
            Map.of("risk-service", "risk-exposure", "portfolio-service", "portfolio-ledger");
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration RESTART = Duration.ofMinutes(3);

    private final Capstan capstan = Capstan.shared();

    @Test
    void aDatabaseThatWasAwayLosesNothing() {
        TradingAccount account = tradingAccount();
        Load load = new Load(account);
        int before = deadLetters("").size();
        Duration away = Duration.ofSeconds(Capstan.full() ? 180 : 30);
        try (ScheduledExecutorService callers = Executors.newScheduledThreadPool(8)) {
            for (int caller = 0; caller < 8; caller++) {
                var _ = callers.scheduleWithFixedDelay(load, 500L * caller, 2000, TimeUnit.MILLISECONDS);
            }
            passes(Duration.ofSeconds(5));
            capstan.process("postgres").stop();
            try {
                passes(away);
            } finally {
                capstan.process("postgres").start();
                capstan.stack().awaitReady(RESTART);
            }
            passes(Duration.ofSeconds(5));
            callers.shutdownNow();
        }
        awaitAllReady();
        settles(account);
        load.accepted().forEach(orderId -> account.order(orderId));
        Agreement.awaitBooks(capstan, account, LIMIT);
        Agreement.nothingWasResent(capstan, account);
        System.out.printf(
                "outage: PostgreSQL away for %d s, %d orders accepted, %d calls refused, %d without answer%n",
                away.toSeconds(), load.accepted().size(), load.refused(), load.unanswered());
        assertThat(load.unclear()).as("answers that are no clear refusal").isEmpty();
        assertThat(load.accepted()).isNotEmpty();
        assertThat(deadLetters("")).hasSize(before);
    }

    @Test
    void aGarbageRecordHealsFromExecutionAndIsKept() {
        TradingAccount account = tradingAccount();
        String key = account.accountId() + "|" + ETHUSDT;
        OrderTopic.produces(capstan, key, "{\"number\": \"neither here nor there\"");
        String next = account.buys(ETHUSDT, "0.1").expect(201).text("orderId");
        account.awaitOrder(next, SOON, "FILLED");
        account.awaitPosition(
                ETHUSDT, SOON, position -> position.path("quantity").asString().startsWith("0.1998"));
        await("the record put aside by each consumer")
                .atMost(SOON)
                .untilAsserted(() -> assertThat(deadLetters(key))
                        .hasSize(CONSUMERS.size())
                        .allSatisfy(letter ->
                                assertThat(letter.path("reason").asString()).startsWith("unreadable")));
        Agreement.awaitBooks(capstan, account, LIMIT);
        assertThat(account.positions())
                .allSatisfy(position ->
                        assertThat(position.path("is_stale").asBoolean()).isFalse());
        System.out.printf("outage: garbage under %s healed%n", key);
    }

    /** Nobody can apply it, and asking again does not help: its key waits for a person, and nothing else does. */
    @Test
    void anEventThatBreaksARuleAtItsSourceParksItsKeyAlone() {
        TradingAccount account = tradingAccount();
        BrokenSource source = new BrokenSource(capstan.sql());
        source.breaksTheNextFill(account, ETHUSDT);
        try {
            parksAlone(account, source);
            mendsUnderLoad(account, source);
        } finally {
            source.mend();
        }
        String next = account.buys(ETHUSDT, "0.1").expect(201).text("orderId");
        account.awaitOrder(next, SOON, "FILLED");
        settles(account);
        Agreement.awaitBooks(capstan, account, LIMIT);
        Agreement.rebuildGivesTheSameHash(capstan, account);
    }

    private void parksAlone(TradingAccount account, BrokenSource source) {
        String broken = account.buys(ETHUSDT, "0.1").expect(201).text("orderId");
        account.awaitOrder(broken, SOON, "FILLED");
        assertThat(source.isBroken()).isTrue();
        account.awaitPosition(
                ETHUSDT, SOON, position -> position.path("is_stale").asBoolean());
        await("risk to refuse the key")
                .atMost(SOON)
                .until(() ->
                        "POSITION_STALE".equals(account.buys(ETHUSDT, "0.1").text("reason")));
        String other = account.buys(BTCUSDT, "0.01").expect(201).text("orderId");
        account.awaitOrder(other, SOON, "FILLED");
        account.awaitPosition(
                BTCUSDT, SOON, position -> !position.path("is_stale").asBoolean());
    }

    private void mendsUnderLoad(TradingAccount account, BrokenSource source) {
        String key = account.accountId() + "|" + ETHUSDT;
        try (Traffic traffic = new Traffic(capstan, List.of(account), 1).start(4)) {
            passes(Duration.ofSeconds(3));
            source.mend();
            for (String service : CONSUMERS) {
                Answer unparked = capstan.asService("execution-service", capstan.url(service, 1))
                        .post(
                                "/internal/parked/unpark",
                                Map.of("consumer", STREAM_CONSUMERS.get(service), "streamKey", key))
                        .expect(200);
                assertThat(unparked.body().path("unparked").asBoolean()).isTrue();
            }
            await("the key to go on")
                    .atMost(SOON)
                    .ignoreExceptions()
                    .until(() -> account.buys(ETHUSDT, "0.1").status() == 201);
            passes(Duration.ofSeconds(3));
            System.out.printf(
                    "outage: a parked key went on under load, %d orders accepted, %d refused%n",
                    traffic.accepted().size(), traffic.refused());
        }
    }

    /** Those of one key, or all when it is empty. */
    private List<JsonNode> deadLetters(String key) {
        String query = key.isEmpty() ? "" : "&key=" + key.replace("|", "%7C");
        List<JsonNode> all = new ArrayList<>();
        for (String service : CONSUMERS) {
            capstan.asService("execution-service", capstan.url(service, 1))
                    .get("/internal/dead-letters?limit=500" + query)
                    .expect(200)
                    .body()
                    .path("items")
                    .forEach(all::add);
        }
        return all;
    }

    private static void passes(Duration span) {
        await().pollDelay(span).atMost(span.plusSeconds(5)).until(() -> true);
    }

    private void awaitAllReady() {
        for (String service : List.of("gateway", "execution-service", "risk-service", "portfolio-service")) {
            await(service + " ready")
                    .atMost(LIMIT)
                    .ignoreExceptions()
                    .until(() -> capstan.trader()
                                    .at(capstan.url(service, 1))
                                    .get("/ready")
                                    .status()
                            == 200);
        }
    }

    private void settles(TradingAccount account) {
        await("orders to settle")
                .atMost(LIMIT)
                .ignoreExceptions()
                .until(() -> capstan.sql()
                                .number(
                                        "SELECT count(*) FROM execution.orders WHERE account_id = ?::uuid "
                                                + "AND status IN ('NEW', 'SUBMITTED', 'UNKNOWN')",
                                        account.accountId())
                        == 0);
    }

    private TradingAccount tradingAccount() {
        TradingAccount account = capstan.trader().opensTradingAccount(ETHUSDT, "0.1");
        account.awaitPosition(ETHUSDT, SOON, position -> true);
        return account;
    }

    /** One caller's order after the other; anything but 201, a clear problem or a broken connection is noted. */
    private static final class Load implements Runnable {

        private final TradingAccount account;
        private final Queue<String> accepted = new ConcurrentLinkedQueue<>();
        private final Queue<String> unclear = new ConcurrentLinkedQueue<>();
        private final Queue<String> refused = new ConcurrentLinkedQueue<>();
        private final Queue<String> withoutAnswer = new ConcurrentLinkedQueue<>();

        Load(TradingAccount account) {
            this.account = account;
        }

        @Override
        public void run() {
            try {
                note(account.placesOnce(account.market("BUY", ETHUSDT, "0.01")));
            } catch (RuntimeException unanswered) {
                // A broken connection, no token while Keycloak's own database is away, or the end of the load.
                withoutAnswer.add(String.valueOf(unanswered.getMessage()));
            }
        }

        private void note(Answer answer) {
            boolean problem =
                    !answer.text("code").isEmpty() && !answer.text("title").isEmpty();
            if (answer.status() == 201) {
                accepted.add(answer.text("orderId"));
            } else if (problem && answer.status() != 500) {
                refused.add(answer.text("code"));
            } else {
                unclear.add(answer.status() + " " + answer.body());
            }
        }

        Queue<String> accepted() {
            return accepted;
        }

        Queue<String> unclear() {
            return unclear;
        }

        int refused() {
            return refused.size();
        }

        int unanswered() {
            return withoutAnswer.size();
        }
    }
}
