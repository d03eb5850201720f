package dev.capstan.systemtests;

import static org.awaitility.Awaitility.await;

import dev.capstan.systemtests.dsl.Agreement;
import dev.capstan.systemtests.dsl.Capstan;
import dev.capstan.systemtests.dsl.OrderWatch;
import dev.capstan.systemtests.dsl.TradingAccount;
import dev.capstan.systemtests.dsl.Venue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A venue whose clock is wrong for all of its accounts: the books agree all the same. */
class InDoubtClockScenario {

    private static final String SOLUSDT = "SOLUSDT.BINANCE";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Capstan capstan = Capstan.shared();
    private final Venue venue = capstan.venue();

    /**
     * A refusal for the time alone is proof that nothing was executed: only then may an order be sent again. The second clock is as wrong as
     * the first one on the other side, before anybody has measured that the first one was mended.
     */
    @Test
    void aWrongVenueClockCostsAtMostASecondTry() {
        List<TradingAccount> accounts;
        try {
            accounts = IntStream.of(2000, -2000).mapToObj(this::fillsUnder).toList();
        } finally {
            venue.behavesAgain();
            awaitClocks();
        }
        accounts.forEach(account -> {
            Agreement.awaitBooks(capstan, account, LIMIT);
            Agreement.nothingWasResent(capstan, account);
        });
    }

    private TradingAccount fillsUnder(int millis) {
        venue.behavesAgain();
        TradingAccount account = tradingAccount();
        venue.willMisbehave("CLOCK_SKEW", account, Map.of("millis", millis));
        OrderWatch order = new OrderWatch(account, account.buys(SOLUSDT, "1"));
        order.awaitEnd(SOON, "FILLED");
        System.out.printf("in doubt: clock %+d ms, filled after %d ms%n", millis, order.millisSoFar());
        return account;
    }

    /** Both replicas measure the venue's time every 30 s; orders of other scenarios shall not meet a wrong one. */
    private void awaitClocks() {
        await("venue clocks")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .until(() -> IntStream.of(1, 2).allMatch(this::clockIsRight));
    }

    private boolean clockIsRight(int instance) {
        String metrics = capstan.trader()
                .at(capstan.url("execution-service", instance))
                .get("/metrics")
                .expect(200)
                .body()
                .asString();
        return metrics.lines()
                .filter(line -> line.startsWith("venue_clock_offset_ms"))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .filter(value -> !"NaN".equals(value))
                .allMatch(value -> Math.abs(Double.parseDouble(value)) < 400);
    }

    private TradingAccount tradingAccount() {
        return capstan.trader().opensTradingAccount(SOLUSDT, "1");
    }
}
