package dev.capstan.simulator;

import static dev.capstan.simulator.Orders.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CancelReplaceTest extends SimulatorTests {

    private Trader trader;

    @BeforeEach
    void openAccountAndHoldPrice() {
        trader = trader();
        holdPrice("BTCUSDT", "50000.00");
        trader.limit("BTCUSDT", "BUY", "0.1", "40000", "old");
    }

    private Trader.Answer replace(String mode, String canceled, String quantity) {
        Map<String, String> request = order("BUY", "LIMIT", quantity, "new", "price", "41000", "timeInForce", "GTC");
        request.put("cancelReplaceMode", mode);
        request.put("cancelOrigClientOrderId", canceled);
        return trader.signed("POST", "/api/v3/order/cancelReplace", request);
    }

    @Test
    void cancelsTheOneAndPlacesTheOther() {
        Trader.Answer answer = replace("STOP_ON_FAILURE", "old", "0.2");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("cancelResult")).isEqualTo("SUCCESS");
        assertThat(answer.text("newOrderResult")).isEqualTo("SUCCESS");
        assertThat(answer.body()
                        .path("cancelResponse")
                        .path("origClientOrderId")
                        .asString())
                .isEqualTo("old");
        assertThat(answer.body().path("newOrderResponse").path("status").asString())
                .isEqualTo("NEW");
        assertThat(trader.query("BTCUSDT", "old").text("status")).isEqualTo("CANCELED");
        assertThat(trader.balance("USDT")).isEqualTo("991800.00000000 8200.00000000");
    }

    @Test
    void placesNothingWhenNothingCouldBeCanceled() {
        Trader.Answer answer = replace("STOP_ON_FAILURE", "never", "0.2");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(-2022);
        assertThat(answer.body().path("data").path("cancelResult").asString()).isEqualTo("FAILURE");
        assertThat(answer.body()
                        .path("data")
                        .path("cancelResponse")
                        .path("code")
                        .asInt())
                .isEqualTo(-2011);
        assertThat(answer.body().path("data").path("newOrderResult").asString()).isEqualTo("NOT_ATTEMPTED");
        assertThat(answer.body().path("data").path("newOrderResponse").isNull()).isTrue();
        assertThat(trader.query("BTCUSDT", "new").code()).isEqualTo(-2013);
    }

    @Test
    void placesNeverthelessWhenToldTo() {
        Trader.Answer answer = replace("ALLOW_FAILURE", "never", "0.2");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo(-2021);
        assertThat(answer.body()
                        .path("data")
                        .path("newOrderResponse")
                        .path("status")
                        .asString())
                .isEqualTo("NEW");
    }

    @Test
    void aCancelStandsWhenTheNewOrderCannotBePaid() {
        Trader.Answer answer = replace("STOP_ON_FAILURE", "old", "30");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo(-2021);
        assertThat(answer.body()
                        .path("data")
                        .path("newOrderResponse")
                        .path("code")
                        .asInt())
                .isEqualTo(-2010);
        assertThat(trader.query("BTCUSDT", "old").text("status")).isEqualTo("CANCELED");
    }

    @Test
    void bothHalvesMayFail() {
        Trader.Answer answer = replace("ALLOW_FAILURE", "never", "30");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(-2022);
        assertThat(answer.body().path("data").path("newOrderResult").asString()).isEqualTo("FAILURE");
    }

    @Test
    void aFilterFailureCancelsNothing() {
        assertThat(replace("ALLOW_FAILURE", "old", "0.0000001").text("msg")).isEqualTo("Filter failure: LOT_SIZE");
        assertThat(trader.query("BTCUSDT", "old").text("status")).isEqualTo("NEW");
    }

    @Test
    void worksOnTheWebSocketApiToo() {
        Map<String, String> request = order("BUY", "LIMIT", "0.2", "new", "price", "41000", "timeInForce", "GTC");
        request.put("cancelReplaceMode", "STOP_ON_FAILURE");
        request.put("cancelOrigClientOrderId", "never");
        try (Listener listener = new Listener(venue.webSocketApiUrl())) {
            var answer = listener.call("order.cancelReplace", webSocketParams(trader, request));
            assertThat(answer.path("status").asInt()).isEqualTo(400);
            assertThat(answer.path("error").path("data").path("newOrderResult").asString())
                    .isEqualTo("NOT_ATTEMPTED");
        }
    }

    @Test
    void refusesModesItDoesNotKnow() {
        assertThat(replace("MAYBE", "old", "0.2").code()).isEqualTo(-1130);
    }
}
