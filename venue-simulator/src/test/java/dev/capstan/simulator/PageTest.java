package dev.capstan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class PageTest extends SimulatorTests {

    private final HttpClient http = HttpClient.newHttpClient();

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(venue.restUrl() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource({"/,text/html", "/page/page.js,text/javascript", "/page/page.css,text/css"})
    void isServedUnderAStrictPolicy(String path, String type) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    /** The policy would switch it off, and other hosts are not to be asked. */
    @Test
    void hasNothingInlineAndNamesNoOtherHost() throws IOException, InterruptedException {
        String html = get("/").body();
        assertThat(html).doesNotContain("style=").doesNotContainPattern("\\son[a-z]+=");
        assertThat(Pattern.compile("<script(?![^>]*src=\"/page/page.js\")")
                        .matcher(html)
                        .find())
                .isFalse();
        for (String path : List.of("/", "/page/page.js", "/page/page.css")) {
            assertThat(get(path).body())
                    .doesNotContain("http://")
                    .doesNotContain("https://")
                    .doesNotContain("innerHTML");
        }
    }

    @Test
    void whatTheScriptFillsIsOnThePage() throws IOException, InterruptedException {
        String html = get("/").body();
        Pattern.compile("byId\\(\"([a-z]+)\"\\)")
                .matcher(get("/page/page.js").body())
                .results()
                .forEach(used -> assertThat(html).contains("id=\"" + used.group(1) + "\""));
    }

    @Test
    void tellsEpochInstrumentsAndFaultsButNoKeys() {
        orderFault("{\"kind\":\"LOSE_ANSWER\",\"symbol\":\"ETHUSDT\",\"apiKey\":\"somebody\",\"times\":2}");
        control("POST", "/control/faults", "{\"kind\":\"CLOCK_SKEW\",\"millis\":-1500}");
        JsonNode state = trader().open("/page/state").body();
        assertThat(state.path("epoch").asString()).isEqualTo("main");
        assertThat(state.path("clockAheadMillis").asInt()).isEqualTo(-1_500);
        assertThat(state.path("symbols")
                        .valueStream()
                        .map(each -> each.path("symbol").asString()))
                .containsExactly("BTCUSDT", "ETHUSDT", "SOLUSDT", "XRPUSDT");
        assertThat(state.path("symbols").get(0).path("interval").asString()).isEqualTo("1m");
        JsonNode fault = state.path("faults").get(0);
        assertThat(fault.path("kind").asString()).isEqualTo("LOSE_ANSWER");
        assertThat(fault.path("times").asInt()).isEqualTo(2);
        assertThat(state.toString()).doesNotContain("somebody");
        clearFaults();
        assertThat(trader().open("/page/state").body().path("faults")).isEmpty();
    }

    /** The addresses the script uses, with the streams it opens. */
    @Test
    void itsStreamsAreThere() {
        String streams = "btcusdt@depth20@100ms/btcusdt@trade/btcusdt@kline_1m";
        try (Listener listener = new Listener(venue.streamUrl() + "/stream?streams=" + streams)) {
            for (String stream : streams.split("/", -1)) {
                listener.await(message -> message.path("stream").asString("").equals(stream));
            }
        }
    }

    @Test
    void whatIsNoPageStaysTheVenues() {
        assertThat(trader().open("/page/nothing").code()).isEqualTo(-1020);
        assertThat(trader().send("POST", "/", "", "").code()).isEqualTo(-1020);
    }
}
