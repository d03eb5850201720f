package dev.capstan.simulator;

import static dev.capstan.simulator.Orders.bracket;
import static dev.capstan.simulator.Trader.params;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** An account and a held price, for orders that hang together. */
abstract class OrderListTests extends SimulatorTests {

    Trader trader;

    @BeforeEach
    void openAccountAndHoldPrice() {
        trader = trader();
        holdPrice("BTCUSDT", "50000.00");
    }

    /** What rests would take part of the volume that the next test counts on. */
    @AfterEach
    void cancelAll() {
        trader.signed("DELETE", "/api/v3/openOrders", params("symbol", "BTCUSDT"));
    }

    Trader.Answer oco(Map<String, String> pair) {
        return trader.signed("POST", "/api/v3/orderList/oco", pair);
    }

    Trader.Answer otoco(Map<String, String> bracket) {
        return trader.signed("POST", "/api/v3/orderList/otoco", bracket);
    }

    String status(String clientId) {
        return trader.query("BTCUSDT", clientId).text("status");
    }

    JsonNode list(String clientListId) {
        return trader.signed("GET", "/api/v3/orderList", params("origClientOrderId", clientListId))
                .body();
    }

    static List<String> texts(JsonNode nodes, String field) {
        return nodes.valueStream().map(each -> each.path(field).asString()).toList();
    }
}
