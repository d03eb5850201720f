package dev.capstan.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.systemtests.dsl.Agreement;
import dev.capstan.systemtests.dsl.Api;
import dev.capstan.systemtests.dsl.Capstan;
import dev.capstan.systemtests.dsl.CrashPlans;
import dev.capstan.systemtests.dsl.TradingAccount;
import dev.capstan.systemtests.dsl.VenueSession;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A session's owner is frozen around its claim, replaced, and goes on: what it then sends, the venue does not execute. */
class InDoubtOwnerScenario {

    private static final String ETHUSDT = "ETHUSDT.BINANCE";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration TAKEOVER = Duration.ofSeconds(20);
    private static final List<String> PLACES = List.of("CLAIM_CHECKED", "CLAIM_COMMITTED");

    private final Capstan capstan = Capstan.shared();

    @Test
    void aFrozenOwnerThatGoesOnAfterTheTakeoverExecutesNothing() {
        TradingAccount account = capstan.trader().opensAccount();
        int rounds = Capstan.full() ? 50 : 3;
        long slowest = 0;
        for (int round = 0; round < rounds; round++) {
            slowest = Math.max(slowest, freezesAt(PLACES.get(round % PLACES.size()), account));
        }
        Agreement.awaitBooks(capstan, account, LIMIT);
        Agreement.nothingWasResent(capstan, account);
        System.out.printf("frozen owners: %d rounds, slowest takeover %d ms%n", rounds, slowest);
    }

    /** One round; gives how long the takeover took. */
    private long freezesAt(String place, TradingAccount account) {
        VenueSession before = awaitTrading(account);
        int known = capstan.venue().orders(account).size();
        CrashPlans.Armed plan = capstan.crashPlans().freezes("execution-service", place, 0);
        String orderId;
        VenueSession after;
        long millis;
        try {
            // The replica that does not own the session takes the order, so that the call is answered.
            orderId = at(before.otherUrl(capstan))
                    .post("/api/orders", account.market("BUY", ETHUSDT, "0.1"))
                    .expect(201)
                    .text("orderId");
            long frozen = plan.awaitDone(SOON);
            long begin = System.nanoTime();
            assertThat(before.process(capstan).status().pid()).isEqualTo(frozen);
            after = VenueSession.awaitHeld(capstan, account, before.fence(), TAKEOVER);
            millis = (System.nanoTime() - begin) / 1_000_000;
        } finally {
            plan.disarm();
            before.process(capstan).resume();
        }
        assertThat(after.owner()).isNotEqualTo(before.owner());
        await("end of " + orderId + ", frozen at " + place)
                .atMost(LIMIT)
                .until(() -> status(orderId), endsAfter(place)::contains);
        if (reachedTheVenue(orderId)) {
            assertThat(claimFence(orderId)).as("only its successor executes").isGreaterThan(before.fence());
            known++;
        }
        executesNothingMore(account, known);
        return millis;
    }

    /** An order that its owner had not claimed yet can still go out through its successor, if that is there within its 5 s. */
    private static Set<String> endsAfter(String place) {
        return "CLAIM_CHECKED".equals(place) ? Set.of("EXPIRED", "FILLED") : Set.of("EXPIRED");
    }

    /** Longer than any request that the resumed replica may still write. */
    private void executesNothingMore(TradingAccount account, int known) {
        await("nothing more executed after going on")
                .during(Duration.ofSeconds(5))
                .atMost(Duration.ofSeconds(8))
                .until(() -> capstan.venue().orders(account).size() == known);
    }

    /** Waits until both replicas answer and an order goes through; gives the session as it is then. */
    private VenueSession awaitTrading(TradingAccount account) {
        await("both replicas")
                .atMost(LIMIT)
                .ignoreExceptions()
                .until(() -> IntStream.of(1, 2)
                        .allMatch(instance -> at(capstan.url("execution-service", instance))
                                        .get("/ready")
                                        .status()
                                == 200));
        VenueSession session = VenueSession.awaitHeld(capstan, account, 0, SOON);
        await("an order before").atMost(LIMIT).until(() -> fills(session, account));
        return VenueSession.awaitHeld(capstan, account, 0, SOON);
    }

    /** A replica that started just now may need longer than an order may take. */
    private boolean fills(VenueSession session, TradingAccount account) {
        String orderId = at(session.otherUrl(capstan))
                .post("/api/orders", account.market("BUY", ETHUSDT, "0.1"))
                .expect(201)
                .text("orderId");
        return "FILLED"
                .equals(account.awaitOrder(orderId, SOON, "FILLED", "EXPIRED")
                        .path("status")
                        .asString());
    }

    private Api at(String url) {
        return capstan.trader().at(url);
    }

    private long claimFence(String orderId) {
        return capstan.sql().number("SELECT claim_fence FROM execution.orders WHERE order_id = ?::uuid", orderId);
    }

    /** Not only when it is filled: a market order that meets an empty book expires there. */
    private boolean reachedTheVenue(String orderId) {
        return capstan.sql()
                        .number(
                                "SELECT count(*) FROM execution.orders WHERE order_id = ?::uuid AND venue_order_id IS NOT NULL",
                                orderId)
                > 0;
    }

    /** From the database: a frozen replica would keep the gateway waiting. */
    private String status(String orderId) {
        return capstan.sql()
                .texts("SELECT status FROM execution.orders WHERE order_id = ?::uuid", orderId)
                .getFirst();
    }
}
