package dev.capstan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MarketStreamsTest extends SimulatorTests {

    @Override
    protected SimulatorOptions options(Path folder) throws IOException {
        return super.options(folder).withSpeed(java.math.BigDecimal.valueOf(240));
    }

    private static Predicate<JsonNode> event(String name) {
        return message -> message.path("e").asString("").equals(name);
    }

    @Test
    void printsTradesOfOneStreamBare() {
        try (Listener listener = new Listener(venue.streamUrl() + "/ws/btcusdt@trade")) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> listener.heard(event("trade")).size() >= 10);
            long last = 0;
            for (JsonNode trade : listener.heard(event("trade"))) {
                assertThat(trade.path("s").asString()).isEqualTo("BTCUSDT");
                assertThat(trade.path("t").asLong()).isGreaterThan(last);
                last = trade.path("t").asLong();
            }
        }
    }

    @Test
    void closesCandlesThatEqualThoseAskedForLater() {
        try (Listener listener =
                new Listener(venue.streamUrl() + "/stream?streams=ethusdt@kline_1m/ethusdt@kline_3m")) {
            JsonNode closed = listener.await(
                            message -> message.path("stream").asString("").equals("ethusdt@kline_3m")
                                    && message.path("data").path("k").path("x").asBoolean())
                    .path("data")
                    .path("k");
            List<JsonNode> minutes = listener.heard(
                    message -> message.path("stream").asString("").equals("ethusdt@kline_1m")
                            && message.path("data").path("k").path("x").asBoolean());
            assertThat(minutes).isNotEmpty();
            String start = closed.path("t").asString();
            JsonNode row = trader().open("/api/v3/klines?symbol=ETHUSDT&interval=3m&limit=1&startTime=" + start)
                    .body()
                    .get(0);
            assertThat(row.get(0).asString()).isEqualTo(start);
            assertThat(row.get(6).asString()).isEqualTo(closed.path("T").asString());
            for (int column = 1; column <= 5; column++) {
                assertThat(row.get(column).asString())
                        .isEqualTo(closed.path(List.of("o", "h", "l", "c", "v").get(column - 1))
                                .asString());
            }
        }
    }

    @Test
    void subscribesAndUnsubscribesOnAnyPath() {
        try (Listener listener = new Listener(venue.streamUrl() + "/ws/0")) {
            listener.send("{\"method\":\"SUBSCRIBE\",\"params\":[\"solusdt@trade\",\"solusdt@kline_1m\"],\"id\":7}");
            assertThat(listener.await(message -> message.path("id").asInt(0) == 7)
                            .path("result")
                            .isNull())
                    .isTrue();
            listener.await(event("trade"));
            listener.send("{\"method\":\"UNSUBSCRIBE\",\"params\":[\"solusdt@trade\"],\"id\":8}");
            listener.await(message -> message.path("id").asInt(0) == 8);
            listener.send("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":9}");
            assertThat(listener.await(message -> message.path("id").asInt(0) == 9)
                            .path("result")
                            .toString())
                    .isEqualTo("[\"solusdt@kline_1m\"]");
            listener.await(event("kline"));
        }
    }

    @Test
    void combinedStreamsMayBeginEmpty() {
        try (Listener listener = new Listener(venue.streamUrl() + "/stream?streams=")) {
            listener.send("{\"method\":\"SUBSCRIBE\",\"params\":[\"xrpusdt@trade\"],\"id\":\"a\"}");
            JsonNode message = listener.await(each -> each.has("stream"));
            assertThat(message.path("stream").asString()).isEqualTo("xrpusdt@trade");
            assertThat(message.path("data").path("e").asString()).isEqualTo("trade");
        }
    }
}
