package dev.capstan.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.systemtests.dsl.Agreement;
import dev.capstan.systemtests.dsl.Capstan;
import dev.capstan.systemtests.dsl.TradingAccount;
import dev.capstan.systemtests.dsl.Venue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The order types beyond market and limit on the whole stack: what is reserved is held until the end, and the books agree. */
class OrderTypesScenario {

    private static final String INSTRUMENT = "SOLUSDT.BINANCE";
    private static final String SYMBOL = "SOLUSDT";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Capstan capstan = Capstan.shared();
    private final Venue venue = capstan.venue();
    private BigDecimal price = BigDecimal.ZERO;

    @BeforeEach
    void holdsTheMarket() {
        price = venue.price(SYMBOL).setScale(2, RoundingMode.DOWN);
        venue.holdsPrice(SYMBOL, price);
    }

    @AfterEach
    void letsItPlay() {
        venue.letsPricePlay(SYMBOL);
    }

    @Test
    void aStopHoldsItsShareOfTheLimitsUntilItHasFilled() {
        TradingAccount account = capstan.trader().opensTradingAccount(INSTRUMENT, "2");
        String stop = places(account, "SELL", "STOP_LOSS", Map.of("triggerPrice", part("0.98")));
        account.awaitOrder(stop, SOON, "ACCEPTED");
        awaitOpenOrders(account, 1);

        venue.holdsPrice(SYMBOL, new BigDecimal(part("0.97")));

        account.awaitOrder(stop, SOON, "FILLED");
        awaitOpenOrders(account, 0);
        agrees(account);
    }

    @Test
    void aStopLimitThatIsCanceledBeforeItsTriggerGivesItsShareBack() {
        TradingAccount account = capstan.trader().opensTradingAccount(INSTRUMENT, "2");
        String stop = places(
                account, "SELL", "STOP_LOSS_LIMIT", Map.of("triggerPrice", part("0.97"), "limitPrice", part("0.965")));
        account.awaitOrder(stop, SOON, "ACCEPTED");
        awaitOpenOrders(account, 1);

        account.owner().api().post("/api/orders/" + stop + "/cancel", Map.of()).expect(200);

        account.awaitOrder(stop, SOON, "CANCELED");
        awaitOpenOrders(account, 0);
        agrees(account);
    }

    @Test
    void whatAnIocDoesNotGetExpiresAndAPostThatWouldTradeIsRefused() {
        TradingAccount account = capstan.trader().opensTradingAccount(INSTRUMENT, "1");
        venue.holdsPrice(SYMBOL, price, "0.4");
        String partly = places(account, "BUY", "LIMIT", Map.of("limitPrice", part("1.005"), "timeInForce", "IOC"));
        JsonNode ended = account.awaitOrder(partly, SOON, "EXPIRED");
        assertThat(new BigDecimal(ended.path("filledQuantity").asString())).isEqualByComparingTo("0.4");

        String crossing = places(account, "BUY", "POST_ONLY", Map.of("limitPrice", part("1.005")));
        JsonNode refused = account.awaitOrder(crossing, SOON, "REJECTED");
        assertThat(refused.path("detail").asString()).contains("-2010");
        awaitOpenOrders(account, 0);
        agrees(account);
    }

    private String places(TradingAccount account, String side, String type, Map<String, String> more) {
        Map<String, String> order = account.market(side, INSTRUMENT, "1");
        order.put("orderType", type);
        order.putAll(more);
        return account.places(order).expect(201).text("orderId");
    }

    private String part(String share) {
        return price.multiply(new BigDecimal(share))
                .setScale(2, RoundingMode.DOWN)
                .toPlainString();
    }

    private void awaitOpenOrders(TradingAccount account, int expected) {
        await("open orders in risk's books")
                .atMost(SOON)
                .untilAsserted(() -> assertThat(account.owner()
                                .api()
                                .get("/api/risk/exposure?accountId=" + account.accountId())
                                .expect(200)
                                .body()
                                .path("openOrders")
                                .asInt())
                        .isEqualTo(expected));
    }

    private void agrees(TradingAccount account) {
        Agreement.awaitBooks(capstan, account, LIMIT);
        Agreement.eachArrivedOnce(capstan, account);
    }
}
