package dev.capstan.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.systemtests.dsl.Agreement;
import dev.capstan.systemtests.dsl.Capstan;
import dev.capstan.systemtests.dsl.OrderWatch;
import dev.capstan.systemtests.dsl.TradingAccount;
import dev.capstan.systemtests.dsl.Venue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Reports that come twice or never: the books agree all the same. Each case has an account and a market of its own. */
abstract class InDoubtReports {

    private static final Duration SOON = Duration.ofSeconds(30);

    /** Longer than the pause between two comparisons with the venue. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Capstan capstan = Capstan.shared();
    private final Venue venue = capstan.venue();
    private String symbol = "";
    private BigDecimal price = BigDecimal.ZERO;

    private void holds(String market) {
        symbol = market;
        price = onTick(venue.price(symbol));
        venue.holdsPrice(symbol, price);
    }

    @AfterEach
    void letsPlay() {
        venue.letsPricePlay(symbol);
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @CsvSource({
        "DUPLICATE_REPORT,3,0,BTCUSDT,0.01",
        "DROP_CONNECTION,1,4000,ETHUSDT,0.1",
        "SILENT_STREAM,1,0,XRPUSDT,20"
    })
    void aFillIsBookedOnceThoughItsReportComesTwiceOrNever(
            String fault, int times, int millis, String market, String quantity) {
        holds(market);
        TradingAccount account = tradingAccount(quantity);
        OrderWatch order = rests(account, quantity);
        venue.willMisbehave(fault, account, Map.of("times", times, "millis", millis));
        venue.holdsPrice(symbol, part("0.98"));
        order.awaitEnd(LIMIT, "FILLED");
        System.out.printf("in doubt: %s, booked after %d ms%n", fault, order.millisSoFar());
        venue.behavesAgain(account);
        agrees(account);
    }

    /** Half of it fills and nobody hears of it; the cancel's answer is the first word, and the fill is booked before the end. */
    @Execution(ExecutionMode.CONCURRENT)
    @Test
    void aCancelThatRacesAnUnheardPartialFillEndsWithBoth() {
        holds("SOLUSDT");
        TradingAccount account = tradingAccount("1");
        OrderWatch order = rests(account, "1");
        venue.willMisbehave("SILENT_STREAM", account);
        venue.holdsPrice(symbol, part("0.98"), "0.4");
        account.owner()
                .api()
                .post("/api/orders/" + order.orderId() + "/cancel", Map.of())
                .expect(200);
        JsonNode ended = order.awaitEnd(LIMIT, "CANCELED");
        System.out.printf("in doubt: cancel raced a partial fill, ended after %d ms%n", order.millisSoFar());
        assertThat(new BigDecimal(ended.path("filledQuantity").asString())).isEqualByComparingTo("0.4");
        venue.behavesAgain(account);
        agrees(account);
    }

    private OrderWatch rests(TradingAccount account, String quantity) {
        Map<String, String> limit =
                account.limit("BUY", instrument(), quantity, part("0.99").toPlainString());
        OrderWatch order = new OrderWatch(account, account.sends(limit));
        account.awaitOrder(order.orderId(), SOON, "ACCEPTED");
        return order;
    }

    private String instrument() {
        return symbol + ".BINANCE";
    }

    /** A share of the price at the beginning. */
    private BigDecimal part(String share) {
        return onTick(price.multiply(new BigDecimal(share)));
    }

    private BigDecimal onTick(BigDecimal amount) {
        return amount.setScale(symbol.startsWith("XRP") ? 4 : 2, RoundingMode.DOWN);
    }

    private TradingAccount tradingAccount(String quantity) {
        return capstan.trader().opensTradingAccount(instrument(), quantity);
    }

    private void agrees(TradingAccount account) {
        Agreement.awaitBooks(capstan, account, LIMIT);
        Agreement.eachArrivedOnce(capstan, account);
    }
}
