package dev.capstan.simulator;

import static dev.capstan.simulator.Orders.exitPair;
import static dev.capstan.simulator.Trader.params;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Two orders of which one trades. */
class OrderPairsTest extends OrderListTests {

    @Test
    void aPairLocksWhatItNeedsOnce() {
        Trader.Answer placed = oco(exitPair("1", "52000", "48000", "pair"));
        assertThat(placed.text("contingencyType")).isEqualTo("OCO");
        assertThat(placed.text("listStatusType")).isEqualTo("EXEC_STARTED");
        assertThat(placed.text("listOrderStatus")).isEqualTo("EXECUTING");
        assertThat(placed.text("listClientOrderId")).isEqualTo("pair");
        assertThat(texts(placed.body().path("orders"), "clientOrderId")).containsExactly("pair-target", "pair-stop");
        assertThat(texts(placed.body().path("orderReports"), "type")).containsExactly("LIMIT_MAKER", "STOP_LOSS");
        assertThat(texts(placed.body().path("orderReports"), "orderListId")).containsOnly(placed.text("orderListId"));
        assertThat(trader.balance("BTC")).isEqualTo("9.00000000 1.00000000");
        assertThat(trader.signed("GET", "/api/v3/openOrderList", params())
                        .body()
                        .size())
                .isEqualTo(1);
    }

    @Test
    void theTargetOfAPairEndsTheStop() {
        oco(exitPair("1", "52000", "48000", "won"));
        holdPrice("BTCUSDT", "52000.01");
        assertThat(status("won-target")).isEqualTo("FILLED");
        JsonNode stop = trader.query("BTCUSDT", "won-stop").body();
        assertThat(stop.path("status").asString()).isEqualTo("EXPIRED");
        assertThat(stop.path("expiryReason").asString()).isEqualTo("OCO_TRIGGER");
        assertThat(list("won").path("listOrderStatus").asString()).isEqualTo("ALL_DONE");
        assertThat(trader.balance("BTC")).isEqualTo("9.00000000 0.00000000");
        assertThat(trader.signed("GET", "/api/v3/openOrderList", params())
                        .body()
                        .size())
                .isZero();
    }

    @Test
    void theStopOfAPairEndsTheTarget() {
        oco(exitPair("1", "52000", "48000", "lost"));
        holdPrice("BTCUSDT", "47000.00");
        assertThat(status("lost-target")).isEqualTo("EXPIRED");
        assertThat(trader.query("BTCUSDT", "lost-stop").text("cummulativeQuoteQty"))
                .isEqualTo("48000.00000000");
        assertThat(trader.balance("BTC")).isEqualTo("9.00000000 0.00000000");
    }

    @Test
    void aPartOfTheTargetIsEnoughToEndTheStop() {
        oco(exitPair("1", "52000", "48000", "part"));
        control("POST", "/control/price", """
                {"symbol":"BTCUSDT","price":"52001","quantity":"0.4"}""");
        assertThat(status("part-target")).isEqualTo("PARTIALLY_FILLED");
        assertThat(status("part-stop")).isEqualTo("EXPIRED");
        assertThat(list("part").path("listOrderStatus").asString()).isEqualTo("EXECUTING");
        assertThat(trader.balance("BTC")).isEqualTo("9.00000000 0.60000000");
        holdPrice("BTCUSDT", "52001.00");
        assertThat(list("part").path("listOrderStatus").asString()).isEqualTo("ALL_DONE");
    }

    /** A good pair with some parameters changed ({@code name=value}) or left out ({@code name=}). */
    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "abovePrice=49000                        | -2010 | The relationship of the prices for the orders is not correct.",
                "belowStopPrice=51000                    | -2010 | The relationship of the prices for the orders is not correct.",
                "aboveType=LIMIT,aboveTimeInForce=GTC    | -1158 | Order type not supported in OCO.",
                "belowType=LIMIT_MAKER,belowPrice=48000,belowStopPrice= | -1168 | At least one OCO order must be contingent.",
                "side=BUY                                | -1165 | A limit order in a buy OCO must be below.",
                "aboveType=STOP_LOSS,aboveStopPrice=52000,abovePrice= | -1197 | A stop loss order in a sell OCO must be below.",
                "belowType=TAKE_PROFIT                   | -1199 | A take profit order in a sell OCO must be above.",
                "aboveType=                              | -1102 | Mandatory parameter 'aboveType' was not sent, was empty/null, or malformed.",
                "abovePrice=                             | -1102 | Mandatory parameter 'abovePrice' was not sent, was empty/null, or malformed.",
                "belowPrice=48000                        | -1106 | Parameter 'belowPrice' sent when not required.",
                "quantity=                               | -1102 | Mandatory parameter 'quantity' was not sent, was empty/null, or malformed.",
                "quantity=11                             | -2010 | Account has insufficient balance for requested action.",
                "abovePrice=52000.001                    | -1013 | Filter failure: PRICE_FILTER",
                "belowStopPrice=48000.001                | -1013 | Filter failure: PRICE_FILTER",
                "aboveClientOrderId=refused-stop         | -2010 | Duplicate order sent.",
            })
    void refusesAPairInTheVenuesWords(String changes, int code, String message) {
        Map<String, String> pair = exitPair("1", "52000", "48000", "refused");
        for (String change : changes.strip().split(",")) {
            String[] parts = change.split("=", -1);
            if (parts[1].isEmpty()) {
                pair.remove(parts[0]);
            } else {
                pair.put(parts[0], parts[1]);
            }
        }
        Trader.Answer refused = oco(pair);
        assertThat(refused.text("msg")).isEqualTo(message);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(trader.balance("BTC")).isEqualTo("10.00000000 0.00000000");
    }
}
