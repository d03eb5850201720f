package dev.capstan.simulator;

import static dev.capstan.simulator.Orders.order;
import static dev.capstan.simulator.Trader.params;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.simulator.binance.protocol.Signature;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class UnreadParametersTest extends SimulatorTests {

    private Trader trader;

    @BeforeEach
    void openAccountAndHoldPrice() {
        trader = trader();
        holdPrice("BTCUSDT", "50000.00");
    }

    private Trader.Answer place(String... more) {
        Map<String, String> order = order("BUY", "LIMIT", "0.1", "mine", "price", "40000", "timeInForce", "GTC");
        order.putAll(params(more));
        return trader.signed("POST", "/api/v3/order", order);
    }

    @Test
    void anOrderWithAParameterThatNobodyReadsIsNotPlaced() {
        Trader.Answer answer = place("stopPrise", "39000");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(-1104);
        assertThat(answer.text("msg"))
                .isEqualTo("Not all sent parameters were read; read '9' parameter(s) but was sent '10'.");
        assertThat(trader.query("BTCUSDT", "mine").code()).isEqualTo(-2013);
    }

    @Test
    void aParameterOfAnotherRequestIsOneToo() {
        assertThat(trader.signed("GET", "/api/v3/openOrders", params("symbol", "BTCUSDT", "limit", "5"))
                        .code())
                .isEqualTo(-1104);
        assertThat(trader.open("/api/v3/avgPrice?symbol=BTCUSDT&timestamp=1").code())
                .as("public data takes no signature")
                .isEqualTo(-1104);
    }

    @Test
    void aRequestWithoutParametersCountsThem() {
        Trader.Answer answer = trader.open("/api/v3/time?when=now");
        assertThat(answer.code()).isEqualTo(-1101);
        assertThat(answer.text("msg")).isEqualTo("Too many parameters; expected '0' and received '1'.");
    }

    @Test
    void theSameParameterTwiceIsOneTooMany() {
        Trader.Answer answer = trader.open("/api/v3/avgPrice?symbol=BTCUSDT&symbol=ETHUSDT");
        assertThat(answer.code()).isEqualTo(-1101);
        assertThat(answer.text("msg")).isEqualTo("Duplicate values for a parameter detected.");
    }

    @Test
    void inQueryAndBodyTheQueryWins() {
        Map<String, String> query = order("BUY", "LIMIT", "0.1", "mine", "price", "40000", "timeInForce", "GTC");
        query.put("timestamp", Long.toString(System.currentTimeMillis()));
        String payload = Trader.encoded(query);
        String signed = payload + "&signature=" + Signature.of(payload + "quantity=0.2", trader.secretKey());
        Trader.Answer answer = trader.send("POST", "/api/v3/order?" + signed, "quantity=0.2", trader.apiKey());
        assertThat(answer.text("origQty")).as(answer.toString()).isEqualTo("0.10000000");
    }

    @Test
    void aParameterHasAValue() {
        Trader.Answer answer = place("newOrderRespType", "");
        assertThat(answer.code()).isEqualTo(-1105);
        assertThat(answer.text("msg")).isEqualTo("Parameter 'newOrderRespType' was empty.");
    }

    @Test
    void theWebSocketApiSaysTheSame() {
        try (Listener listener = new Listener(venue.webSocketApiUrl())) {
            JsonNode refused = listener.call(
                    "order.status", webSocketParams(trader, Map.of("symbol", "BTCUSDT", "orderId", "1", "limit", "5")));
            assertThat(refused.path("error").path("code").asInt()).isEqualTo(-1104);
            JsonNode price = listener.call("ticker.price", Map.of("symbol", "BTCUSDT", "returnRateLimits", "false"));
            assertThat(price.path("status").asInt()).isEqualTo(200);
        }
    }
}
