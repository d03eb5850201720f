package dev.capstan.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.contracts.Topics;
import dev.capstan.systemtests.dsl.Agreement;
import dev.capstan.systemtests.dsl.Books;
import dev.capstan.systemtests.dsl.Capstan;
import dev.capstan.systemtests.dsl.CrashPlans;
import dev.capstan.systemtests.dsl.LostRecords;
import dev.capstan.systemtests.dsl.OnAQuietMachine;
import dev.capstan.systemtests.dsl.Published;
import dev.capstan.systemtests.dsl.Recovery;
import dev.capstan.systemtests.dsl.TradingAccount;
import dev.capstan.systemtests.dsl.Traffic;
import dev.capstan.systemtests.dsl.VenueSession;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Everything that can be killed is killed while orders run; afterwards our books are the venue's, to the last digit. */
@OnAQuietMachine
class KillScenario {

    private static final Map<String, String> CRASH_POINTS = new TreeMap<>(Map.of(
            "INTENT_COMMITTED", "execution-service",
            "RESERVATION_ANSWERED", "execution-service",
            "CLAIM_CHECKED", "execution-service",
            "CLAIM_COMMITTED", "execution-service",
            "REQUEST_WRITTEN", "execution-service",
            "ANSWER_READ", "execution-service",
            "FILL_COMMITTED", "execution-service",
            "OUTBOX_ACKNOWLEDGED", "execution-service",
            "EFFECT_COMMITTED", "portfolio-service"));

    private static final List<String> TARGETS = List.of(
            "gateway",
            "execution-service",
            "risk-service",
            "portfolio-service",
            "market-data-service",
            "venue-simulator",
            "kafka",
            "postgres");

    /** What the outbox of execution-service holds; which of them is on its way when it dies is chance. */
    private static final List<String> OUTBOX_TOPICS = List.of(
            Topics.ORDER_EVENTS,
            Topics.BALANCE_EVENTS,
            Topics.TRADING_STATE_EVENTS,
            Topics.ACCOUNT_EVENTS,
            Topics.ALERT_EVENTS);

    private static final int ROUNDS_OF_POINTS = Capstan.full() ? 5 : 1;
    private static final int ROUNDS_OF_TARGETS = Capstan.full() ? 5 : 1;
    private static final double ORDERS_PER_SECOND = 4;
    private static final Duration HEALED_WITHOUT_DOUBT = Duration.ofSeconds(30);
    private static final Duration HEALED = Duration.ofSeconds(60);

    /** The whole stack trades together between two blows, this long at least. */
    private static final Duration CALM = Duration.ofSeconds(Capstan.full() ? 6 : 2);

    private static final Duration LOOK = Duration.ofMillis(500);

    /** Of the orders so far, in percent; {@link #AT_VENUE} are asked for. */
    private static final long AMPLY_AT_VENUE = 83;

    private static final long AT_VENUE = 80;

    private static final int ATTEMPTS = 10;

    private final Capstan capstan = Capstan.shared();
    private final LostRecords lostRecords = new LostRecords(capstan.sql());
    private final List<String> report = new ArrayList<>();

    /** What was killed, by when. */
    private final NavigableMap<Instant, String> blows = new TreeMap<>();

    @Test
    void nothingIsLostAndNothingIsDoubled() throws Exception {
        long seed = System.nanoTime();
        List<TradingAccount> accounts = accountsOfTwoOwners();
        lostRecords.begin(40, accounts);
        Traffic traffic = new Traffic(capstan, accounts, seed).start(ORDERS_PER_SECOND);
        try {
            dieAtEveryCrashPoint(accounts);
            killEveryTarget(accounts);
        } finally {
            lostRecords.end();
            traffic.close();
        }
        settle(accounts);
        compare(accounts, traffic);
        try {
            awaitRepairs();
            proveThatItWasTested(accounts, traffic);
        } finally {
            System.out.println("Kill test, seed " + seed + ":\n  " + String.join("\n  ", report));
        }
        accounts.forEach(account -> Agreement.rebuildGivesTheSameHash(capstan, account));
    }

    /** Two accounts whose sessions two replicas own, if chance is so kind: then one blow does not silence both. */
    private List<TradingAccount> accountsOfTwoOwners() {
        TradingAccount first = capstan.trader().opensAccount();
        String owner = ownerOf(first);
        TradingAccount second = capstan.trader().opensAccount();
        for (int attempt = 0; attempt < ATTEMPTS && owner.equals(ownerOf(second)); attempt++) {
            second = capstan.trader().opensAccount();
        }
        return List.of(first, second);
    }

    private String ownerOf(TradingAccount account) {
        return VenueSession.awaitHeld(capstan, account, 0, HEALED).owner();
    }

    private void dieAtEveryCrashPoint(List<TradingAccount> accounts) {
        for (int round = 0; round < ROUNDS_OF_POINTS; round++) {
            CRASH_POINTS.forEach((point, service) -> {
                CrashPlans.Armed armed = capstan.crashPlans().kills(service, point, 2);
                armed.awaitDone(Duration.ofSeconds(60));
                blows.put(Instant.now(), point);
                healed("at " + point, accounts);
            });
        }
    }

    private void killEveryTarget(List<TradingAccount> accounts) {
        for (int round = 0; round < ROUNDS_OF_TARGETS; round++) {
            for (String target : TARGETS) {
                capstan.process(target).kill();
                blows.put(Instant.now(), target);
                healed(target, accounts);
            }
        }
    }

    /**
     * New orders are accepted on every instrument of every account, reach the venue, and the stack is whole again before the next blow.
     */
    private void healed(String killed, List<TradingAccount> accounts) {
        Recovery recovery = new Recovery(accounts, blows.size() % 2 == 0);
        Duration accepted = recovery.awaitAccepted(HEALED, probe -> {
            if (recovery.sinceBegin().compareTo(HEALED_WITHOUT_DOUBT) > 0) {
                assertThat(doubts(probe.account(), probe.instrument(), recovery.begin()))
                        .as("orders in doubt on " + probe.instrument() + ", which took long after the kill of "
                                + killed)
                        .isPositive();
            }
        });
        Duration atVenue = recovery.awaitAtVenue(HEALED);
        capstan.awaitWhole(Duration.ofMinutes(2));
        Duration whole = recovery.sinceBegin();
        rest(recovery, atVenue, accounts);
        report.add(
                "killed %s: new orders accepted everywhere after %.1f s %s, at the venue after %.1f s, all processes back after %.1f s"
                        .formatted(killed, seconds(accepted), recovery.refusals(), seconds(atVenue), seconds(whole)));
    }

    /**
     * Orders go their way undisturbed until more of all have reached the venue than have to in the end, but for no longer than twice as
     * long as they were disturbed. Between two real blows they do for much longer: a slow machine would otherwise show nothing but its own
     * slowness.
     */
    private void rest(Recovery recovery, Duration disturbed, List<TradingAccount> accounts) {
        LockSupport.parkNanos(CALM.toNanos());
        Duration most = disturbed.multipliedBy(3);
        while (recovery.sinceBegin().compareTo(most) < 0 && percentAtVenue(accounts) < AMPLY_AT_VENUE) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private double percentAtVenue(List<TradingAccount> accounts) {
        return accounts.stream()
                .mapToLong(account -> capstan.sql()
                        .number(
                                "SELECT 100 * count(venue_order_id) / greatest(count(*), 1) FROM execution.orders "
                                        + "WHERE account_id = ?::uuid",
                                account.accountId()))
                .average()
                .orElseThrow();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private long doubts(TradingAccount account, String instrument, Instant since) {
        return capstan.sql()
                .number(
                        "SELECT count(*) FROM execution.order_event WHERE account_id = ?::uuid AND instrument_id = ? "
                                + "AND type = 'OrderInDoubt' AND recorded_at > ?::timestamptz - interval '15 s'",
                        account.accountId(),
                        instrument,
                        since.toString());
    }

    /** One more order on each key shows consumers a number behind any record that was lost last. */
    private void settle(List<TradingAccount> accounts) {
        for (TradingAccount account : accounts) {
            account.owner().api().post("/api/orders/cancel-all", Map.of("accountId", account.accountId()));
        }
        new Recovery(accounts, false).awaitAccepted(HEALED, _ -> {});
        for (TradingAccount account : accounts) {
            await("all orders ended")
                    .atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofSeconds(1))
                    .ignoreExceptions()
                    .until(() -> account.orders().stream().allMatch(TradingAccount::isOver));
        }
    }

    private void compare(List<TradingAccount> accounts, Traffic traffic) {
        assertThat(traffic.wrong()).isEmpty();
        for (TradingAccount account : accounts) {
            await("books equal the venue's")
                    .atMost(Duration.ofSeconds(120))
                    .pollInterval(Duration.ofSeconds(3))
                    .untilAsserted(() ->
                            assertThat(Books.differences(capstan, account)).isEmpty());
            Agreement.eachAttemptArrivedOnce(capstan, account);
        }
    }

    private void awaitRepairs() {
        await("gaps repaired")
                .atMost(HEALED)
                .untilAsserted(() -> assertThat(repaired()).isEqualTo(lostRecords.lost()));
    }

    private long repaired() {
        return lostRecords.repaired("portfolio", "portfolio-ledger");
    }

    private void proveThatItWasTested(List<TradingAccount> accounts, Traffic traffic) {
        List<JsonNode> orders =
                accounts.stream().flatMap(account -> account.orders().stream()).toList();
        Set<String> known =
                orders.stream().map(order -> order.path("orderId").asString()).collect(Collectors.toSet());
        assertThat(known)
                .as("every order answered 201 is in the history")
                .containsAll(traffic.accepted().values());
        long atVenue = orders.stream()
                .filter(order -> !order.path("venueOrderId").isNull())
                .count();
        long filled = orders.stream()
                .filter(order -> "FILLED".equals(order.path("status").asString()))
                .count();
        Map<String, Long> ends = ends(orders);
        long inDoubt = capstan.sql().number("SELECT count(*) FROM execution.order_event WHERE type = 'OrderInDoubt'");
        long sentTwice = Published.repeats(capstan.kafka(), OUTBOX_TOPICS, blows.firstKey());
        report.add("orders %d, ends %s; placed by traffic %d, refused %d"
                .formatted(orders.size(), ends, traffic.placed(), traffic.refused()));
        blows.values().stream()
                .distinct()
                .forEach(target -> report.add("orders placed after a kill of %s: %s"
                        .formatted(
                                target,
                                ends(orders.stream()
                                        .filter(order -> target.equals(lastBlow(order)))
                                        .toList()))));
        report.add("in-doubt submits %d, suppressed repeats %d, outbox rows sent twice %d, gaps repaired %d of %d"
                .formatted(inDoubt, traffic.repeats(), sentTwice, repaired(), lostRecords.lost()));
        assertThat(atVenue).as("orders that reached the venue").isGreaterThanOrEqualTo(orders.size() * AT_VENUE / 100);
        assertThat(filled).as("orders that filled").isGreaterThanOrEqualTo(orders.size() / 2);
        assertThat(List.of(inDoubt, (long) traffic.repeats(), sentTwice))
                .as(report.getLast())
                .doesNotContain(0L);
        assertThat(lostRecords.lost()).as("gaps, all repaired").isGreaterThanOrEqualTo(5);
    }

    private static Map<String, Long> ends(List<JsonNode> orders) {
        return orders.stream()
                .collect(Collectors.groupingBy(
                        order -> order.path("status").asString(), TreeMap::new, Collectors.counting()));
    }

    /** What was killed last before the order was placed; empty for those before the first blow. */
    private String lastBlow(JsonNode order) {
        Map.Entry<Instant, String> blow =
                blows.floorEntry(Instant.parse(order.path("receivedAt").asString()));
        return blow == null ? "" : blow.getValue();
    }
}
