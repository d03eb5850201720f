package dev.capstan.execution.venue.adapter.binance.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The first vector is the worked example of the venue's documentation, the others were computed with openssl. */
class ParametersTest {

    private static final Credential DOCUMENTED = new Credential(
            "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A",
            "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j");

    @Test
    void signsTheDocumentedOrder() {
        String signed = new Parameters()
                .with("symbol", "LTCBTC")
                .with("side", "BUY")
                .with("type", "LIMIT")
                .with("timeInForce", "GTC")
                .with("quantity", "1")
                .with("price", "0.1")
                .with("recvWindow", 5000)
                .with("timestamp", 1499827319559L)
                .signedForRest(DOCUMENTED);

        assertThat(signed)
                .isEqualTo("symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000"
                        + "&timestamp=1499827319559"
                        + "&signature=c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71");
    }

    @Test
    void signsForRestWhatIsSentPercentEncoded() {
        Parameters parameters = new Parameters().with("symbols", "[\"A B\",\"ü\"]");

        assertThat(parameters.encoded()).isEqualTo("symbols=%5B%22A%20B%22%2C%22%C3%BC%22%5D");
        assertThat(parameters.signedForRest(DOCUMENTED))
                .isEqualTo(parameters.encoded() + "&signature=" + DOCUMENTED.sign(parameters.encoded()));
    }

    @Test
    void signsForTheWebSocketApiTheRawTextSortedByName() {
        var signed = new Parameters()
                .with("timestamp", 1660801715431L)
                .with("recvWindow", 5000)
                .with("note", "ü b")
                .signedForWebSocket(DOCUMENTED);

        assertThat(signed)
                .containsEntry("apiKey", DOCUMENTED.apiKey())
                .containsEntry(
                        "signature",
                        DOCUMENTED.sign(
                                "apiKey=" + DOCUMENTED.apiKey() + "&note=ü b&recvWindow=5000&timestamp=1660801715431"));
    }

    @Test
    void showsNoSecret() {
        assertThat(DOCUMENTED.toString()).contains("vmPU").doesNotContain("NhqP", DOCUMENTED.apiKey());
    }
}
