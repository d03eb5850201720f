package dev.capstan.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.systemtests.dsl.Agreement;
import dev.capstan.systemtests.dsl.Answer;
import dev.capstan.systemtests.dsl.Capstan;
import dev.capstan.systemtests.dsl.OrderWatch;
import dev.capstan.systemtests.dsl.TradingAccount;
import dev.capstan.systemtests.dsl.Venue;
import dev.capstan.systemtests.dsl.VenueSession;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Reports that come twice or never, and a venue whose clock is wrong: the books agree all the same. */
class InDoubtStreamScenario {

    private static final String SYMBOL = "SOLUSDT";
    private static final String SOLUSDT = "SOLUSDT.BINANCE";
    private static final Duration SOON = Duration.ofSeconds(30);

    /** Longer than the pause between two comparisons with the venue. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Capstan capstan = Capstan.shared();
    private final Venue venue = capstan.venue();
    private BigDecimal price = BigDecimal.ZERO;

    @BeforeEach
    void hold() {
        price = venue.price(SYMBOL).setScale(2, RoundingMode.DOWN);
        venue.holdsPrice(SYMBOL, price);
    }

    @AfterEach
    void clear() {
        venue.behavesAgain();
        venue.letsPricePlay(SYMBOL);
    }

    @ParameterizedTest
    @CsvSource({"DUPLICATE_REPORT,3,0", "DROP_CONNECTION,1,4000", "SILENT_STREAM,1,0"})
    void aFillIsBookedOnceThoughItsReportComesTwiceOrNever(String fault, int times, int millis) {
        TradingAccount account = tradingAccount();
        OrderWatch order = rests(account, "1");
        venue.willMisbehave(fault, account, Map.of("times", times, "millis", millis));
        venue.holdsPrice(SYMBOL, part("0.98"));
        order.awaitEnd(LIMIT, "FILLED");
        System.out.printf("in doubt: %s, booked after %d ms%n", fault, order.millisSoFar());
        venue.behavesAgain();
        agrees(account);
    }

    /** Half of it fills and nobody hears of it; the cancel's answer is the first word, and the fill is booked before the end. */
    @Test
    void aCancelThatRacesAnUnheardPartialFillEndsWithBoth() {
        TradingAccount account = tradingAccount();
        OrderWatch order = rests(account, "1");
        venue.willMisbehave("SILENT_STREAM", account);
        venue.holdsPrice(SYMBOL, part("0.98"), "0.4");
        account.owner()
                .api()
                .post("/api/orders/" + order.orderId() + "/cancel", Map.of())
                .expect(200);
        JsonNode ended = order.awaitEnd(LIMIT, "CANCELED");
        System.out.printf("in doubt: cancel raced a partial fill, ended after %d ms%n", order.millisSoFar());
        assertThat(new BigDecimal(ended.path("filledQuantity").asString())).isEqualByComparingTo("0.4");
        venue.behavesAgain();
        agrees(account);
    }

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

    private OrderWatch rests(TradingAccount account, String quantity) {
        Map<String, String> limit =
                account.limit("BUY", SOLUSDT, quantity, part("0.99").toPlainString());
        Answer placed = account.owner().api().post("/api/orders", limit);
        OrderWatch order = new OrderWatch(account, placed);
        account.awaitOrder(order.orderId(), SOON, "ACCEPTED");
        return order;
    }

    /** A share of the price at the beginning, on the tick. */
    private BigDecimal part(String share) {
        return price.multiply(new BigDecimal(share)).setScale(2, RoundingMode.DOWN);
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
        TradingAccount account = capstan.trader().opensAccount();
        VenueSession.awaitHeld(capstan, account, 0, SOON);
        String first = account.buys(SOLUSDT, "1").expect(201).text("orderId");
        account.awaitOrder(first, SOON, "FILLED");
        return account;
    }

    private void agrees(TradingAccount account) {
        Agreement.awaitBooks(capstan, account, LIMIT);
        Agreement.eachArrivedOnce(capstan, account);
    }
}
