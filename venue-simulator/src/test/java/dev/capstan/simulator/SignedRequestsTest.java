package dev.capstan.simulator;

import static dev.capstan.simulator.Trader.params;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.simulator.binance.protocol.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SignedRequestsTest extends SimulatorTests {

    private static final String ORDER = "symbol=ETHUSDT&side=BUY&type=MARKET&quantity=0.01";

    private Trader trader;

    @BeforeEach
    void openAccount() {
        trader = trader();
    }

    private String now() {
        return "&timestamp=" + System.currentTimeMillis();
    }

    private String signatureOf(String payload) {
        return "signature=" + Signature.of(payload, trader.secretKey());
    }

    @Test
    void takesEverythingInTheBodyWithTheSignatureLast() {
        String body = ORDER + now();
        assertThat(place("", body + "&" + signatureOf(body)).status()).isEqualTo(200);
    }

    @Test
    void takesEverythingInTheQueryWithAnEmptyBody() {
        String query = ORDER + now();
        assertThat(place("?" + query + "&" + signatureOf(query), "").status()).isEqualTo(200);
    }

    @Test
    void takesParametersInTheBodyAndTheSignatureInTheQuery() {
        String body = ORDER + now();
        assertThat(place("?" + signatureOf(body), body).status()).isEqualTo(200);
    }

    @Test
    void takesTimestampAndSignatureInTheQueryAndTheRestInTheBody() {
        String query = "recvWindow=5000" + now();
        assertThat(place("?" + query + "&" + signatureOf(query + ORDER), ORDER).status())
                .isEqualTo(200);
    }

    @Test
    void takesTheSignatureAnywhereAndInAnyCase() {
        String query = ORDER + now();
        String signature = signatureOf(query).replace("signature=", "").toUpperCase(Locale.ROOT);
        assertThat(place("?signature=" + signature + "&" + query, "").status()).isEqualTo(200);
    }

    @Test
    void theQueryWinsWhereBothNameTheSame() {
        String query = "side=SELL" + now();
        Trader.Answer answer = place("?" + query + "&" + signatureOf(query + ORDER), ORDER);
        assertThat(answer.text("side")).isEqualTo("SELL");
    }

    @Test
    void whatIsSignedIsThePercentEncodedPayload() {
        String encoded = ORDER + "&newClientOrderId=a%3Ab" + now();
        String decoded = encoded.replace("%3A", ":");
        assertThat(place("?" + encoded + "&" + signatureOf(decoded), "").code()).isEqualTo(-1022);
        assertThat(place("?" + encoded + "&" + signatureOf(encoded), "").text("clientOrderId"))
                .isEqualTo("a:b");
    }

    @Test
    void aChangedParameterBreaksTheSignature() {
        String query = ORDER + now();
        String signature = signatureOf(query);
        assertThat(place("?" + query.replace("0.01", "0.02") + "&" + signature, "")
                        .code())
                .isEqualTo(-1022);
    }

    @Test
    void everySignedRequestIsJournaledAsItArrivedAlsoARefusedOne() {
        trader.market("ETHUSDT", "BUY", "0.01", "good");
        trader.market("ETHUSDT", "BUY", "0.00000001", "refused");
        place("?" + ORDER + "&newClientOrderId=unsigned", "");
        trader.query("ETHUSDT", "good");

        List<String> seen = new ArrayList<>();
        long last = 0;
        for (JsonNode entry :
                control("GET", "/control/journal?from=1&limit=10000", "").body().path("items")) {
            assertThat(entry.path("sequence").asLong()).isEqualTo(last + 1);
            last++;
            if (entry.path("apiKey").asString("").equals(trader.apiKey())) {
                JsonNode parameters = entry.path("parameters");
                assertThat(parameters.has("signature")).isFalse();
                assertThat(parameters.has("timestamp"))
                        .isEqualTo(!parameters
                                .path("newClientOrderId")
                                .asString("")
                                .equals("unsigned"));
                seen.add(entry.path("method").asString() + " "
                        + entry.path("path").asString() + " "
                        + parameters.path("newClientOrderId").asString(""));
            }
        }
        assertThat(seen)
                .containsExactly(
                        "POST /api/v3/order good",
                        "POST /api/v3/order refused",
                        "POST /api/v3/order unsigned",
                        "GET /api/v3/order ");
    }

    @Test
    void tellsHowMuchOfTheLimitsIsUsed() {
        Trader.Answer placed = trader.market("ETHUSDT", "BUY", "0.01", "counted");
        assertThat(placed.response().headers().firstValue("X-MBX-ORDER-COUNT-10S"))
                .hasValue("0");
        assertThat(placed.response().headers().firstValue("X-MBX-USED-WEIGHT-1M"))
                .isPresent();
        trader.limit("ETHUSDT", "BUY", "0.1", "2000", "rests");
        assertThat(trader.signed("GET", "/api/v3/rateLimit/order", params())
                        .body()
                        .get(0)
                        .path("count")
                        .asInt())
                .isEqualTo(1);
    }

    private Trader.Answer place(String query, String body) {
        return trader.send("POST", "/api/v3/order" + query, body, trader.apiKey());
    }
}
