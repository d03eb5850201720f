package dev.capstan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.id.InstrumentId;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {

    private static final String CANDLES = """
            1700000040000,37000,37010,36990,37005,100,1700000099999,3700000,10,50,1850000,0
            1700000100000,37005,37020,37000,37010,100,1700000159999,3700000,10,50,1850000,0
            1700000160000,37010,37015,36900,36950,100,1700000219999,3700000,10,50,1850000,0
            """;

    @TempDir
    private Path folder;

    /** Three minutes in so many times less: the orders must be there before the candles that fill them. */
    private SimulatorOptions options(int speed) throws IOException {
        return SimulatorOptions.in(folder.resolve("data"))
                .withSpeed(BigDecimal.valueOf(speed))
                .withReplay(
                        InstrumentId.parse("BTCUSDT.BINANCE"),
                        Files.writeString(folder.resolve("candles.csv"), CANDLES));
    }

    @Test
    void fillsWhatThePlayedCandlesTradeThroughAndEndsOnATradablePrice() throws IOException {
        try (VenueSimulator venue = VenueSimulator.start(options(25))) {
            Trader trader = new Trader(venue, "alice").withAccount();
            trader.limit("BTCUSDT", "BUY", "0.01", "36920", "low");
            trader.limit("BTCUSDT", "BUY", "0.01", "36900", "lowest");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> price(trader).equals("36950.00000000"));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> trader.query("BTCUSDT", "low").text("status").equals("FILLED"));
            assertThat(trader.query("BTCUSDT", "low").text("cummulativeQuoteQty"))
                    .isEqualTo("369.20000000");
            assertThat(trader.query("BTCUSDT", "lowest").text("status"))
                    .as("only touched")
                    .isEqualTo("NEW");
            assertThat(trader.open("/api/v3/klines?symbol=BTCUSDT&interval=1m")
                            .body()
                            .size())
                    .isEqualTo(3);
            assertThat(trader.market("BTCUSDT", "SELL", "0.01", "after")
                            .body()
                            .path("fills")
                            .get(0)
                            .path("price")
                            .asString())
                    .isEqualTo("36950.00000000");
        }
    }

    @Test
    void aLoopIsANewEpochEachTime() throws IOException {
        try (VenueSimulator venue = VenueSimulator.start(options(60).withLoop())) {
            Trader trader = new Trader(venue, "alice");
            assertThat(epoch(trader)).isEqualTo("main");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> epoch(trader).matches("main-[0-9]+"));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> trader.open("/api/v3/klines?symbol=BTCUSDT&interval=1m")
                                    .body()
                                    .size()
                            == 1);
        }
    }

    private static String price(Trader trader) {
        return trader.open("/api/v3/ticker/price?symbol=BTCUSDT").text("price");
    }

    private static String epoch(Trader trader) {
        return trader.control("GET", "/control/ready", "").text("epoch");
    }
}
