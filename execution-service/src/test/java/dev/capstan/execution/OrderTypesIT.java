package dev.capstan.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.execution.RunningService.Answer;
import dev.capstan.execution.RunningService.Call;
import dev.capstan.execution.venue.adapter.binance.SimulatedVenue;
import dev.capstan.kit.security.Role;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every order type from its request over the real wire to its end. The market stands at 2,000 when a test begins. */
class OrderTypesIT {

    private static final SimulatedVenue venue = SharedService.venue();
    private static final RunningService service = SharedService.service();

    private static Call trader;
    private static String accountId;

    @BeforeAll
    static void openAccount() {
        venue.openAccount("types-key", "types-secret", "{\"USDT\":\"1000000\",\"ETH\":\"100\"}");
        trader = service.as("trader-types", Role.TRADER);
        Answer account = trader.post("/api/accounts", """
                {"name":"Types","kind":"PAPER","venueId":"BINANCE","apiKey":"types-key","secretKey":"types-secret"}""", "order-types");
        assertThat(account.status()).as(account.text()).isEqualTo(201);
        accountId = account.field("accountId");
        patiently()
                .until(() -> trader.get("/api/accounts/" + accountId + "/reconciliation")
                        .body()
                        .path("balancesProven")
                        .asBoolean());
    }

    @BeforeEach
    void atTwoThousand() {
        venue.price("ETHUSDT", "2000.00");
    }

    @AfterEach
    void leavesNothingOpen() {
        trader.post(
                "/api/orders/cancel-all",
                "{\"accountId\":\"" + accountId + "\"}",
                UUID.randomUUID().toString());
    }

    @Test
    void expiresTheRestOfAnIocAfterItsFills() {
        venue.price("ETHUSDT", "2000.00", "0.3");
        String order = place("BUY", "LIMIT", "IOC", "2000.00", null);

        awaitStatus(order, "EXPIRED");
        assertThat(get(order).field("filledQuantity")).isEqualTo("0.3");
        assertThat(timeline(order)).endsWith("OrderFilled", "OrderExpired");
    }

    @Test
    void expiresAFokThatCannotFillWhole() {
        venue.price("ETHUSDT", "2000.00", "0.3");
        String order = place("BUY", "LIMIT", "FOK", "2000.00", null);

        awaitStatus(order, "EXPIRED");
        assertThat(get(order).field("filledQuantity")).isEqualTo("0");
    }

    /** Refused by us, before the venue counts it. */
    @Test
    void refusesALimitThatTheVenueWouldFindTooFarFromItsMarket() {
        Answer refused = trader.post(
                "/api/orders", """
                {"accountId":"%s","instrumentId":"ETHUSDT.BINANCE","side":"BUY","orderType":"LIMIT","timeInForce":"GTC","quantity":"1","limitPrice":"300.00"}""".formatted(accountId), UUID.randomUUID().toString());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.field("reason")).isEqualTo("PRICE_OUT_OF_RANGE");
        assertThat(refused.field("context")).isEqualTo("limitPrice=300 market=2000 lowest=0.2x highest=5x");
    }

    @Test
    void restsWhatIsPostedOnly() {
        String order = place("BUY", "POST_ONLY", "GTC", "1900.00", null);

        awaitStatus(order, "ACCEPTED");
        assertThat(get(order).field("orderType")).isEqualTo("POST_ONLY");
    }

    @Test
    void saysWhyTheVenueRefusedToPost() {
        String order = place("BUY", "POST_ONLY", "GTC", "2100.00", null);

        awaitStatus(order, "REJECTED");
        assertThat(get(order).field("detail")).contains("-2010").contains("immediately match");
    }

    @Test
    void sellsAtTheMarketOnceItFellToTheTrigger() {
        String order = place("SELL", "STOP_LOSS", "GTC", null, "1900.00");
        awaitStatus(order, "ACCEPTED");

        venue.price("ETHUSDT", "1890.00");

        awaitStatus(order, "FILLED");
        assertThat(timeline(order)).containsOnlyOnce("OrderAccepted");
    }

    /** Going off is an acknowledgement again, which is no news. */
    @Test
    void restsAtItsLimitAfterTheTrigger() {
        String order = place("SELL", "STOP_LOSS_LIMIT", "GTC", "1950.00", "1900.00");
        awaitStatus(order, "ACCEPTED");
        venue.price("ETHUSDT", "1890.00");
        venue.price("ETHUSDT", "1960.00");

        awaitStatus(order, "FILLED");
        assertThat(timeline(order))
                .containsExactly("OrderReceived", "OrderApproved", "OrderSubmitted", "OrderAccepted", "OrderFilled");
        assertThat(get(order).field("triggerPrice")).isEqualTo("1900");
        assertThat(get(order).field("limitPrice")).isEqualTo("1950");
    }

    @Test
    void takesProfitAtTheMarketOrAtALimit() {
        String market = place("SELL", "TAKE_PROFIT", "GTC", null, "2100.00");
        String limit = place("SELL", "TAKE_PROFIT_LIMIT", "GTC", "2100.00", "2100.00");
        awaitStatus(market, "ACCEPTED");
        awaitStatus(limit, "ACCEPTED");

        venue.price("ETHUSDT", "2110.00");

        awaitStatus(market, "FILLED");
        awaitStatus(limit, "FILLED");
    }

    @Test
    void cancelsAStopBeforeItGoesOff() {
        String order = place("SELL", "STOP_LOSS", "GTC", null, "1900.00");
        awaitStatus(order, "ACCEPTED");

        trader.post("/api/orders/" + order + "/cancel", "{}", UUID.randomUUID().toString());

        awaitStatus(order, "CANCELED");
        venue.price("ETHUSDT", "1890.00");
        assertThat(get(order).field("filledQuantity")).isEqualTo("0");
    }

    @Test
    void saysThatAStopWouldGoOffAtOnce() {
        String order = place("SELL", "STOP_LOSS", "GTC", null, "2050.00");

        awaitStatus(order, "REJECTED");
        assertThat(get(order).field("detail")).contains("trigger immediately");
    }

    private static String place(
            String side, String type, String life, @Nullable String limit, @Nullable String trigger) {
        Answer placed = trader.post(
                "/api/orders",
                """
                {"accountId":"%s","instrumentId":"ETHUSDT.BINANCE","side":"%s","orderType":"%s","timeInForce":"%s","quantity":"1"%s%s}""".formatted(accountId, side, type, life, field("limitPrice", limit), field("triggerPrice", trigger)),
                UUID.randomUUID().toString());
        assertThat(placed.status()).as(placed.text()).isEqualTo(201);
        return placed.field("orderId");
    }

    private static String field(String name, @Nullable String value) {
        return value == null ? "" : ",\"" + name + "\":\"" + value + "\"";
    }

    private static Answer get(String order) {
        return trader.get("/api/orders/" + order);
    }

    private static List<String> timeline(String order) {
        return trader.get("/api/orders/" + order + "/timeline")
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("type").asString())
                .toList();
    }

    private static void awaitStatus(String order, String status) {
        patiently()
                .untilAsserted(() -> assertThat(get(order).field("status"))
                        .as(get(order).text())
                        .isEqualTo(status));
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(25)).pollInterval(Duration.ofMillis(50));
    }
}
