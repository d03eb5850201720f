package dev.capstan.simulator;

import static dev.capstan.simulator.Orders.bracket;
import static dev.capstan.simulator.Orders.exitPair;
import static dev.capstan.simulator.Trader.params;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {

    @TempDir
    private Path folder;

    private VenueSimulator start() {
        return VenueSimulator.start(SimulatorOptions.in(folder));
    }

    @Test
    void everythingIsThereAgainAndNoIdIsUsedTwice() {
        String books;
        long lastOrder;
        long lastTrade;
        try (VenueSimulator venue = start()) {
            Trader trader = new Trader(venue, "alice").withAccount();
            trader.market("BTCUSDT", "BUY", "0.01", "filled");
            trader.limit("ETHUSDT", "BUY", "0.5", "2000", "rests");
            trader.limit("SOLUSDT", "SELL", "2", "300", "canceled");
            trader.cancel("SOLUSDT", "canceled");
            books = books(trader);
            lastOrder =
                    trader.query("SOLUSDT", "canceled").body().path("orderId").asLong();
            lastTrade = lastTrade(trader);
        }
        try (VenueSimulator venue = start()) {
            Trader trader = new Trader(venue, "alice");
            assertThat(books(trader)).isEqualTo(books);
            assertThat(trader.limit("ETHUSDT", "BUY", "0.5", "2000", "rests").text("msg"))
                    .isEqualTo("Duplicate order sent.");
            trader.market("BTCUSDT", "BUY", "0.01", "later");
            assertThat(trader.query("BTCUSDT", "later").body().path("orderId").asLong())
                    .isGreaterThan(lastOrder);
            assertThat(lastTrade(trader)).isGreaterThan(lastTrade);
            assertThat(trader.control("GET", "/control/ready", "")
                            .body()
                            .path("lastRequest")
                            .asLong())
                    .isGreaterThan(10);
        }
    }

    @Test
    void anAmendedOrderIsKnownByItsNewId() {
        try (VenueSimulator venue = start()) {
            Trader trader = new Trader(venue, "alice").withAccount();
            trader.limit("ETHUSDT", "BUY", "0.5", "2000", "before");
            Trader.Answer amended = trader.signed(
                    "PUT",
                    "/api/v3/order/amend/keepPriority",
                    params(
                            "symbol",
                            "ETHUSDT",
                            "origClientOrderId",
                            "before",
                            "newQty",
                            "0.4",
                            "newClientOrderId",
                            "after"));
            assertThat(amended.status()).as(amended.toString()).isEqualTo(200);
        }
        try (VenueSimulator venue = start()) {
            Trader trader = new Trader(venue, "alice");
            Trader.Answer order = trader.query("ETHUSDT", "after");
            assertThat(order.text("origQty")).isEqualTo("0.40000000");
            assertThat(trader.query("ETHUSDT", "before").code()).isEqualTo(-2013);
            assertThat(trader.signed(
                                    "GET",
                                    "/api/v3/order/amendments",
                                    params("symbol", "ETHUSDT", "orderId", order.text("orderId")))
                            .body())
                    .hasSize(1);
        }
    }

    @Test
    void aRestingOrderStillFills() {
        try (VenueSimulator venue = start()) {
            new Trader(venue, "alice").withAccount().limit("ETHUSDT", "BUY", "0.5", "2000", "rests");
        }
        try (VenueSimulator venue = start()) {
            Trader trader = new Trader(venue, "alice");
            trader.control("POST", "/control/price", "{\"symbol\":\"ETHUSDT\",\"price\":\"1999\"}");
            assertThat(trader.query("ETHUSDT", "rests").text("status")).isEqualTo("FILLED");
        }
        try (VenueSimulator venue = start()) {
            assertThat(new Trader(venue, "alice")
                            .open("/api/v3/ticker/price?symbol=ETHUSDT")
                            .text("price"))
                    .as("a price held by hand survives too")
                    .isEqualTo("1999.00000000");
        }
    }

    @Test
    void aBracketGoesOnWithAllItsStates() {
        try (VenueSimulator venue = start()) {
            Trader trader = new Trader(venue, "alice").withAccount();
            hold(trader, "50000");
            trader.signed("POST", "/api/v3/orderList/otoco", bracket("1", "0.999", "49000", "52000", "48000", "wait"));
            trader.signed("POST", "/api/v3/orderList/otoco", bracket("1", "0.999", "50000", "53000", "47000", "live"));
        }
        String lastList;
        try (VenueSimulator venue = start()) {
            Trader trader = new Trader(venue, "alice");
            assertThat(trader.query("BTCUSDT", "wait-stop").text("status")).isEqualTo("PENDING_NEW");
            assertThat(trader.query("BTCUSDT", "live-stop").text("status")).isEqualTo("NEW");
            hold(trader, "48999");
            assertThat(trader.query("BTCUSDT", "wait-stop").text("status")).isEqualTo("NEW");
            lastList = trader.signed("GET", "/api/v3/openOrderList", params())
                    .body()
                    .get(1)
                    .path("orderListId")
                    .asString();
        }
        try (VenueSimulator venue = start()) {
            Trader trader = new Trader(venue, "alice");
            hold(trader, "47500");
            assertThat(trader.query("BTCUSDT", "wait-stop").text("status")).isEqualTo("FILLED");
            assertThat(trader.query("BTCUSDT", "wait-target").text("status")).isEqualTo("EXPIRED");
            assertThat(trader.query("BTCUSDT", "live-stop").text("status")).isEqualTo("NEW");
            trader.cancel("BTCUSDT", "live-target");
            assertThat(trader.balance("BTC")).isEqualTo("10.99900000 0.00000000");
            Trader.Answer next =
                    trader.signed("POST", "/api/v3/orderList/oco", exitPair("1", "60000", "40000", "another"));
            assertThat(next.body().path("orderListId").asLong()).isGreaterThan(Long.parseLong(lastList));
        }
    }

    private static void hold(Trader trader, String price) {
        trader.control("POST", "/control/price", "{\"symbol\":\"BTCUSDT\",\"price\":\"" + price + "\"}");
    }

    @Test
    void theMarketGoesOnWhereItWouldBeByNow() {
        long before;
        SimulatorOptions fast = SimulatorOptions.in(folder).withSpeed(new BigDecimal("600"));
        try (VenueSimulator venue = VenueSimulator.start(fast)) {
            Trader trader = new Trader(venue, "alice");
            long first = lastCandle(trader);
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> lastCandle(trader) > first + 120_000);
            before = lastCandle(trader);
        }
        try (VenueSimulator venue = VenueSimulator.start(fast)) {
            assertThat(lastCandle(new Trader(venue, "alice"))).isGreaterThanOrEqualTo(before);
        }
        try (VenueSimulator venue = VenueSimulator.start(fast.withSpeed(BigDecimal.ONE))) {
            assertThat(lastCandle(new Trader(venue, "alice")))
                    .as("another speed is no jump back")
                    .isGreaterThanOrEqualTo(before);
        }
        try (VenueSimulator venue =
                VenueSimulator.start(fast.withEpoch("second").withSpeed(BigDecimal.ONE))) {
            Trader trader = new Trader(venue, "alice");
            assertThat(trader.control("GET", "/control/ready", "").text("epoch"))
                    .isEqualTo("second");
            assertThat(lastCandle(trader)).as("another epoch begins anew").isLessThan(before);
        }
    }

    @Test
    void twoSimulatorsDoNotShareAFolder() {
        try (VenueSimulator first = start()) {
            assertThat(first.port()).isPositive();
            assertThatThrownBy(this::start)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("in use by another simulator");
        }
    }

    @Test
    void aTakenPortIsNamedAndTheFolderIsFreeAgain() {
        try (VenueSimulator first = start()) {
            SimulatorOptions second =
                    SimulatorOptions.in(folder.resolve("second")).withPorts(first.port(), 0);
            assertThatThrownBy(() -> VenueSimulator.start(second)).hasMessageContaining("port " + first.port());
            VenueSimulator.start(SimulatorOptions.in(folder.resolve("second"))).close();
        }
    }

    private static long lastCandle(Trader trader) {
        return trader.open("/api/v3/klines?symbol=BTCUSDT&interval=1m&limit=1")
                .body()
                .get(0)
                .get(0)
                .asLong();
    }

    private static long lastTrade(Trader trader) {
        var trades = trader.signed("GET", "/api/v3/myTrades", params("symbol", "BTCUSDT"))
                .body();
        return trades.get(trades.size() - 1).path("id").asLong();
    }

    private static String books(Trader trader) {
        return trader.control("GET", "/control/orders?apiKey=alice", "").body() + "\n"
                + trader.control("GET", "/control/trades?apiKey=alice", "").body() + "\n"
                + trader.account().body().path("balances") + "\n"
                + trader.signed("GET", "/api/v3/openOrders", params()).body();
    }
}
