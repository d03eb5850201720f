package dev.capstan.simulator;

import static dev.capstan.simulator.Orders.bracket;
import static dev.capstan.simulator.Trader.params;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Orders that wait until another has filled. */
class BracketsTest extends OrderListTests {

    @Test
    void aBracketWaitsUntilItsEntryHasFilledWhole() {
        Trader.Answer placed = otoco(bracket("1", "0.999", "49000", "52000", "48000", "b"));
        assertThat(placed.text("contingencyType")).isEqualTo("OTO");
        assertThat(texts(placed.body().path("orderReports"), "status"))
                .containsExactly("NEW", "PENDING_NEW", "PENDING_NEW");
        assertThat(placed.body().path("orderReports").get(1).path("workingTime").asLong())
                .isEqualTo(-1);
        assertThat(trader.balance("USDT")).isEqualTo("951000.00000000 49000.00000000");
        assertThat(trader.balance("BTC")).isEqualTo("10.00000000 0.00000000");

        control("POST", "/control/price", """
                {"symbol":"BTCUSDT","price":"48999","quantity":"0.4"}""");
        assertThat(status("b-entry")).isEqualTo("PARTIALLY_FILLED");
        assertThat(status("b-stop")).isEqualTo("PENDING_NEW");
        holdPrice("BTCUSDT", "48999.00");
        assertThat(status("b-entry")).isEqualTo("FILLED");
        assertThat(status("b-stop")).isEqualTo("NEW");
        assertThat(status("b-target")).isEqualTo("NEW");
        assertThat(trader.balance("BTC")).isEqualTo("10.00000000 0.99900000");

        holdPrice("BTCUSDT", "52001.00");
        assertThat(status("b-target")).isEqualTo("FILLED");
        assertThat(status("b-stop")).isEqualTo("EXPIRED");
        assertThat(list("b").path("listOrderStatus").asString()).isEqualTo("ALL_DONE");
    }

    @Test
    void anEntryThatFillsAtOnceStillShowsItsExitsAsPending() {
        Trader.Answer placed = otoco(bracket("1", "0.999", "50000", "52000", "48000", "fast"));
        assertThat(texts(placed.body().path("orderReports"), "status"))
                .containsExactly("FILLED", "PENDING_NEW", "PENDING_NEW");
        assertThat(status("fast-stop")).isEqualTo("NEW");
        assertThat(status("fast-target")).isEqualTo("NEW");
    }

    @Test
    void aFallThroughEntryAndStopMeetsBothInTheirOrder() {
        otoco(bracket("1", "0.999", "49000", "52000", "48000", "fall"));
        holdPrice("BTCUSDT", "47000.00");
        assertThat(trader.query("BTCUSDT", "fall-entry").text("cummulativeQuoteQty"))
                .isEqualTo("49000.00000000");
        assertThat(trader.query("BTCUSDT", "fall-stop").text("cummulativeQuoteQty"))
                .isEqualTo("47952.00000000");
        assertThat(status("fall-target")).isEqualTo("EXPIRED");
    }

    @Test
    void exitsThatCannotBePaidAreRejectedWhenTheirTurnComes() {
        Trader poor = trader();
        poor.market("BTCUSDT", "SELL", "10", "all");
        try (Listener listener = userStream(poor)) {
            // The commission comes out of what was bought, so the whole of it is not there to sell.
            poor.signed("POST", "/api/v3/orderList/otoco", bracket("1", "1", "50000", "52000", "48000", "whole"));
            JsonNode done = listener.await(
                    message -> message.path("event").path("l").asString("").equals("ALL_DONE"));
            assertThat(done.path("event").path("r").asString()).isEqualTo("INSUFFICIENT_BALANCES");
            assertThat(listener.events("executionReport").stream()
                            .filter(event -> event.path("x").asString().equals("REJECTED"))
                            .map(event -> event.path("c").asString() + " "
                                    + event.path("r").asString()))
                    .containsExactly("whole-target INSUFFICIENT_BALANCES", "whole-stop INSUFFICIENT_BALANCES");
        }
        assertThat(poor.query("BTCUSDT", "whole-stop").text("status")).isEqualTo("REJECTED");
        assertThat(poor.balance("BTC")).isEqualTo("0.99900000 0.00000000");
    }

    @Test
    void anEntryThatExpiresTakesItsExitsWithIt() {
        Map<String, String> bracket = bracket("1", "1", "49000", "52000", "48000", "ioc");
        bracket.put("workingTimeInForce", "IOC");
        otoco(bracket);
        assertThat(status("ioc-entry")).isEqualTo("EXPIRED");
        assertThat(trader.query("BTCUSDT", "ioc-target").text("expiryReason")).isEqualTo("OTO_PHASE_ONE_EXPIRED");
        assertThat(list("ioc").path("listStatusType").asString()).isEqualTo("ALL_DONE");
    }

    @Test
    void oneOrderMayWaitForAnother() {
        Trader.Answer placed = trader.signed(
                "POST",
                "/api/v3/orderList/oto",
                params(
                        "symbol",
                        "BTCUSDT",
                        "workingType",
                        "LIMIT_MAKER",
                        "workingSide",
                        "SELL",
                        "workingPrice",
                        "51000",
                        "workingQuantity",
                        "0.5",
                        "workingClientOrderId",
                        "first",
                        "pendingType",
                        "MARKET",
                        "pendingSide",
                        "BUY",
                        "pendingQuantity",
                        "0.1",
                        "pendingClientOrderId",
                        "second"));
        assertThat(placed.status()).as(placed.toString()).isEqualTo(200);
        holdPrice("BTCUSDT", "51000.01");
        assertThat(trader.query("BTCUSDT", "second").text("cummulativeQuoteQty"))
                .isEqualTo("5100.00000000");
    }

    @Test
    void aBracketIsToldStepByStep() {
        try (Listener listener = userStream(trader)) {
            otoco(bracket("1", "0.999", "49000", "52000", "48000", "t"));
            holdPrice("BTCUSDT", "48999.00");
            holdPrice("BTCUSDT", "52001.00");
            listener.await(
                    message -> message.path("event").path("l").asString("").equals("ALL_DONE"));
            assertThat(listener
                            .heard(message -> !message.path("event")
                                    .path("e")
                                    .asString("outboundAccountPosition")
                                    .equals("outboundAccountPosition"))
                            .stream()
                            .map(message -> told(message.path("event"))))
                    .containsExactly(
                            "t-entry NEW NEW",
                            "t-target NEW PENDING_NEW",
                            "t-stop NEW PENDING_NEW",
                            "OTO EXEC_STARTED EXECUTING 3",
                            "t-entry TRADE FILLED",
                            "t-target NEW NEW",
                            "t-stop NEW NEW",
                            "OTO EXEC_STARTED EXECUTING 3",
                            "t-target TRADE FILLED",
                            "t-stop EXPIRED EXPIRED OCO_TRIGGER",
                            "OTO ALL_DONE ALL_DONE 3");
        }
    }

    private static String told(JsonNode event) {
        if (event.path("e").asString().equals("listStatus")) {
            return event.path("c").asString() + " " + event.path("l").asString() + " "
                    + event.path("L").asString() + " " + event.path("O").size();
        }
        String told = event.path("c").asString() + " " + event.path("x").asString() + " "
                + event.path("X").asString();
        return event.has("eR") ? told + " " + event.path("eR").asString() : told;
    }
}
