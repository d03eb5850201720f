package dev.capstan.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The generated market as a client sees it. */
class GeneratedVenueTest {

    @TempDir
    private Path folder;

    private SimulatorOptions fast() {
        return SimulatorOptions.in(folder).withSpeed(new BigDecimal("600"));
    }

    private static JsonNode depth(Trader trader) {
        return trader.open("/api/v3/depth?symbol=BTCUSDT&limit=100").body();
    }

    private static BigDecimal price(JsonNode level) {
        return new BigDecimal(level.get(0).asString());
    }

    @Test
    void oneBookHasTheFlowAndTheAccounts() {
        try (VenueSimulator venue = VenueSimulator.start(SimulatorOptions.in(folder))) {
            Trader trader = new Trader(venue, "alice").withAccount();
            JsonNode depth = depth(trader);
            assertThat(depth.path("bids").size()).isGreaterThan(5);
            assertThat(depth.path("asks").size()).isGreaterThan(5);
            String low = price(depth.path("bids").get(0))
                    .multiply(new BigDecimal("0.99"))
                    .setScale(2, java.math.RoundingMode.DOWN)
                    .toPlainString();
            trader.limit("BTCUSDT", "BUY", "0.01234", low, "mine");
            assertThat(depth(trader).path("bids").toString()).contains("[\"" + low + "000000\",\"0.01234000\"]");
            Trader.Answer bought = trader.market("BTCUSDT", "BUY", "1", "walks");
            assertThat(bought.text("status")).isEqualTo("FILLED");
            String last = bought.body()
                    .path("fills")
                    .get(bought.body().path("fills").size() - 1)
                    .path("tradeId")
                    .asString();
            assertThat(trader.open("/api/v3/trades?symbol=BTCUSDT&limit=1000")
                            .body()
                            .valueStream()
                            .map(trade -> trade.path("id").asString()))
                    .contains(last);
        }
    }

    /** Also one in which an account traded, after a restart that knows nothing but the journal. */
    @Test
    void aClosedCandleNeverChanges() {
        JsonNode told;
        try (VenueSimulator venue = VenueSimulator.start(fast())) {
            Trader trader = new Trader(venue, "alice").withAccount();
            long first = lastOpen(trader);
            trader.market("BTCUSDT", "BUY", "20", "sweep");
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> lastOpen(trader) >= first + 5 * 60_000);
            told = candles(trader, first, first + 4 * 60_000);
            assertThat(told.size()).isEqualTo(5);
        }
        try (VenueSimulator venue = VenueSimulator.start(fast())) {
            Trader trader = new Trader(venue, "alice");
            long first = told.get(0).get(0).asLong();
            assertThat(candles(trader, first, first + 4 * 60_000)).isEqualTo(told);
        }
    }

    @Test
    void anEpochKeepsItsKindOfMarket() {
        VenueSimulator.start(SimulatorOptions.in(folder)).close();
        assertThatThrownBy(
                        () -> VenueSimulator.start(SimulatorOptions.in(folder).withSyntheticMarket()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another --epoch than main");
        VenueSimulator.start(SimulatorOptions.in(folder).withSyntheticMarket().withEpoch("candles"))
                .close();
    }

    private static long lastOpen(Trader trader) {
        return trader.open("/api/v3/klines?symbol=BTCUSDT&interval=1m&limit=1")
                .body()
                .get(0)
                .get(0)
                .asLong();
    }

    private static JsonNode candles(Trader trader, long from, long to) {
        return trader.open("/api/v3/klines?symbol=BTCUSDT&interval=1m&startTime=" + from + "&endTime=" + to)
                .body();
    }
}
