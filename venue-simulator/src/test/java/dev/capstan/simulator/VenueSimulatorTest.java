package dev.capstan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VenueSimulatorTest {

    @TempDir
    private Path folder;

    private VenueSimulator venue;
    private Trader trader;

    @BeforeEach
    void start() {
        venue = VenueSimulator.start(SimulatorOptions.in(folder));
        trader = new Trader(venue, "alice").withAccount();
    }

    @AfterEach
    void stop() {
        venue.close();
    }

    @Test
    void listsFourSyntheticInstruments() {
        assertThat(trader.open("/api/v3/exchangeInfo").body().path("symbols").size())
                .isEqualTo(4);
    }

    @Test
    void fillsAMarketOrderInItsOwnRequestAndChargesCommissionInTheAssetReceived() {
        Trader.Answer answer = trader.market("BTCUSDT", "BUY", "0.01", "first");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("status")).isEqualTo("FILLED");
        assertThat(answer.body().path("fills").get(0).path("commission").asString())
                .isEqualTo("0.00001000");
        assertThat(answer.body().path("fills").get(0).path("commissionAsset").asString())
                .isEqualTo("BTC");
        assertThat(trader.query("BTCUSDT", "first").text("status")).isEqualTo("FILLED");
    }

    @Test
    void servesCandlesOfTheSourceAndOfLongerIntervals() {
        assertThat(trader.open("/api/v3/klines?symbol=ETHUSDT&interval=1m&limit=10")
                        .body()
                        .size())
                .isEqualTo(10);
        assertThat(trader.open("/api/v3/klines?symbol=ETHUSDT&interval=1h&limit=10")
                        .body()
                        .size())
                .isEqualTo(10);
        assertThat(trader.open("/api/v3/klines?symbol=ETHUSDT&interval=1s").code())
                .isEqualTo(-1120);
    }
}
