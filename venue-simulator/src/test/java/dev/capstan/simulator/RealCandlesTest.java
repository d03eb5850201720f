package dev.capstan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.simulator.binance.protocol.RateLimits;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import tools.jackson.databind.JsonNode;

/** Candles of a real exchange, where a folder of them is named. */
@EnabledIfEnvironmentVariable(named = "CAPSTAN_REAL_CANDLES", matches = ".+")
class RealCandlesTest extends SimulatorTests {

    @Override
    protected SimulatorOptions options(Path folder) throws IOException {
        Path candles = Path.of(System.getenv("CAPSTAN_REAL_CANDLES"), "candles");
        return SimulatorOptions.in(folder)
                .withLimits(RateLimits.RAISED)
                .withSpeed(BigDecimal.valueOf(3_600))
                .withReplay(
                        InstrumentId.parse("BTCUSDT.BINANCE"),
                        candles.resolve("BINANCE_BTCUSDT_1m_2022-11-08_09.csv.gz"))
                .withReplay(
                        InstrumentId.parse("XRPETH.BINANCE"), candles.resolve("BINANCE_XRPETH_1m_2019-10-11.csv.gz"));
    }

    @Test
    void playsThemAndFillsOrdersOnThem() {
        Trader trader = trader();
        assertThat(trader.market("BTCUSDT", "BUY", "0.01", "real").text("status"))
                .isEqualTo("FILLED");
        assertThat(trader.market("XRPETH", "SELL", "100", "small").text("status"))
                .isIn("FILLED", "EXPIRED");
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> klines(trader).size() > 20);
        JsonNode first = klines(trader).get(0);
        assertThat(first.get(0).asLong()).isEqualTo(1_667_946_660_000L);
        assertThat(first.get(1).asString()).isEqualTo("18560.70000000");
        assertThat(first.get(2).asString()).isEqualTo("18582.63000000");
        assertThat(first.get(5).asString()).isEqualTo("266.34476000");
        assertThat(first.get(8).asLong()).isEqualTo(7_045);
    }

    private static JsonNode klines(Trader trader) {
        return trader.open("/api/v3/klines?symbol=BTCUSDT&interval=1m&startTime=0")
                .body();
    }
}
