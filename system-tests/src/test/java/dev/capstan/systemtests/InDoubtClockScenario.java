package dev.capstan.systemtests;

import static org.awaitility.Awaitility.await;

import dev.capstan.systemtests.dsl.Agreement;
import dev.capstan.systemtests.dsl.Capstan;
import dev.capstan.systemtests.dsl.OrderWatch;
import dev.capstan.systemtests.dsl.TradingAccount;
import dev.capstan.systemtests.dsl.Venue;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A venue whose clock is wrong for all of its accounts: the books agree all the same. */
class InDoubtClockScenario {

    private static final String SOLUSDT = "SOLUSDT.BINANCE";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Capstan capstan = Capstan.shared();
    private final Venue venue = capstan.venue();

    /** A refusal for the time alone is proof that nothing was executed: only then may an order be sent again. */
    @ParameterizedTest
    @ValueSource(ints = {2000, -2000})
    void aWrongVenueClockCostsAtMostASecondTry(int millis) {
        TradingAccount account = tradingAccount();
        venue.willMisbehave("CLOCK_SKEW", account, Map.of("millis", millis));
        try {
            OrderWatch order = new OrderWatch(account, account.buys(SOLUSDT, "1"));
            order.awaitEnd(SOON, "FILLED");
            System.out.printf("in doubt: clock %+d ms, filled after %d ms%n", millis, order.millisSoFar());
        } finally {
            venue.behavesAgain();
            awaitClocks();
        }
        Agreement.awaitBooks(capstan, account, LIMIT);
        Agreement.nothingWasResent(capstan, account);
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
