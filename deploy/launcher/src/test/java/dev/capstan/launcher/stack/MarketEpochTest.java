package dev.capstan.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarketEpochTest {

    private static final Clock FIRST = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Clock LATER = Clock.fixed(Instant.parse("2026-01-02T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void sameMarketKeepsItsName() {
        String first = MarketEpoch.in(folder, MarketOptions.GENERATED, FIRST);
        assertThat(first).isEqualTo("generated-20260101T000000");
        assertThat(MarketEpoch.in(folder, MarketOptions.GENERATED, LATER)).isEqualTo(first);
    }

    @Test
    void anotherMarketHasAnotherName() {
        String first = MarketEpoch.in(folder, MarketOptions.GENERATED, FIRST);
        MarketOptions replay = new MarketOptions(
                Map.of("BTCUSDT.BINANCE", Path.of("/candles.csv")),
                MarketOptions.MadeUp.GENERATED,
                BigDecimal.TEN,
                List.of());
        assertThat(MarketEpoch.in(folder, replay, LATER)).startsWith("replay-").isNotEqualTo(first);
        MarketOptions candles = MarketOptions.madeUp(MarketOptions.MadeUp.SYNTHETIC, List.of());
        assertThat(MarketEpoch.in(folder, candles, LATER)).isEqualTo("synthetic-20260102T000000");
    }
}
