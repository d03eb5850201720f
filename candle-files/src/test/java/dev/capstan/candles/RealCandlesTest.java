package dev.capstan.candles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

@EnabledIfEnvironmentVariable(named = "CAPSTAN_REAL_CANDLES", matches = ".+")
class RealCandlesTest {

    @TempDir
    private Path folder;

    @Test
    void aYearOfMinutesIsReadOnceAndHasTheGapsItIsKnownToHave() throws IOException {
        Path source = Path.of(System.getenv("CAPSTAN_REAL_CANDLES"), "candles", "BITFINEX_BTCUSD_1m_2018.csv.gz");
        List<String> notices = new ArrayList<>();
        CandleCache cache = new CandleCache(folder, notices::add);
        long start = System.nanoTime();
        CandleHistory read = cache.open(source);
        long middle = System.nanoTime();
        CandleHistory mapped = cache.open(source);
        System.out.printf(
                "built in %d ms, opened in %d ms%n",
                (middle - start) / 1_000_000, (System.nanoTime() - middle) / 1_000_000);
        assertThat(notices).hasSize(1);
        assertThat(mapped.hash()).isEqualTo(read.hash());
        assertThat(mapped.columns().size()).isEqualTo(520_499);
        Gaps gaps = Gaps.of(mapped.columns());
        assertThat(gaps.count()).isEqualTo(3_992);
        assertThat(gaps.missing()).isEqualTo(5_101);
    }
}
