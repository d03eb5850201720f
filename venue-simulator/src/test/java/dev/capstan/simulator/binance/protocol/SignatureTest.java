package dev.capstan.simulator.binance.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The expected digests were computed with openssl; the first three are also the ones the venue prints in its documents. */
class SignatureTest {

    private static final String SECRET = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";
    private static final String FIRST_HALF = "symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC";
    private static final String SECOND_HALF = "quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559";
    private static final String WHOLE = "c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71";
    private static final String MIXED = "0fd168b8ddb4876a0358a8d14d0c9f3da0e9b20c5d52b2a00fcf7d1c602f9a77";

    private static String signed(String query, String body) {
        return Signature.of(Signature.restPayload(query, body), SECRET);
    }

    @Test
    void isTheSameInQueryAndBody() {
        String all = FIRST_HALF + "&" + SECOND_HALF;
        assertThat(signed(all, "")).isEqualTo(WHOLE);
        assertThat(signed("", all)).isEqualTo(WHOLE);
    }

    @Test
    void putsTheBodyRightBehindTheQuery() {
        assertThat(signed(FIRST_HALF, SECOND_HALF)).isEqualTo(MIXED);
    }

    @Test
    void leavesItselfOutWhereverItStands() {
        assertThat(signed(FIRST_HALF + "&signature=" + WHOLE + "&" + SECOND_HALF, ""))
                .isEqualTo(WHOLE);
        assertThat(signed("signature=" + MIXED + "&" + FIRST_HALF, SECOND_HALF)).isEqualTo(MIXED);
        assertThat(signed("signature=x", FIRST_HALF + "&" + SECOND_HALF)).isEqualTo(WHOLE);
    }

    @Test
    void signsRawBytesOutsideAsciiAsTheirPercentEncoding() {
        String digest = "fc2791d4cb9e14f11bad213133ceaed7fa2e1b227187382adc252c27f5764d06";
        assertThat(signed("", "symbol=１２３&timestamp=1")).isEqualTo(digest);
        assertThat(signed("", "symbol=%EF%BC%91%EF%BC%92%EF%BC%93&timestamp=1")).isEqualTo(digest);
    }

    @Test
    void sortsTheParametersOfTheWebSocketApiAndLeavesThemRaw() {
        Map<String, String> order = Map.ofEntries(
                Map.entry("symbol", "BTCUSDT"),
                Map.entry("side", "SELL"),
                Map.entry("type", "LIMIT"),
                Map.entry("timeInForce", "GTC"),
                Map.entry("quantity", "0.01000000"),
                Map.entry("price", "52000.00"),
                Map.entry("newOrderRespType", "ACK"),
                Map.entry("recvWindow", "100"),
                Map.entry("timestamp", "1645423376532"),
                Map.entry("apiKey", "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A"),
                Map.entry("signature", "left out"));
        assertThat(Signature.of(Signature.webSocketPayload(order), SECRET))
                .isEqualTo("cc15477742bd704c29492d96c7ead9414dfd8e0ec4a00f947bb5bb454ddbd08a");
        assertThat(Signature.of(
                        Signature.webSocketPayload(Map.of("symbol", "１", "apiKey", "k", "timestamp", "1")), "s"))
                .isEqualTo("9b1d86662625d1527fd92e7aa1dc90ce41a3869357063f9a17a99fa77130949a");
    }
}
