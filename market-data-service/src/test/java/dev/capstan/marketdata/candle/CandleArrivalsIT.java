package dev.capstan.marketdata.candle;

import static dev.capstan.marketdata.candle.domain.CandleFixture.START;
import static dev.capstan.marketdata.candle.domain.CandleFixture.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.VenueId;
import dev.capstan.marketdata.candle.domain.Arrival;
import dev.capstan.marketdata.candle.domain.CandleArrivals;
import dev.capstan.marketdata.candle.domain.CandleArrivals.Gaps;
import dev.capstan.marketdata.candle.domain.Candles;
import dev.capstan.marketdata.candle.domain.Series;
import dev.capstan.marketdata.candle.domain.SeriesKey;
import dev.capstan.marketdata.candle.domain.Timeframe;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Candles that come in one by one, on a real PostgreSQL. */
class CandleArrivalsIT {

    private static CandleStore store;

    private final SeriesKey key = new SeriesKey(
            new InstrumentId("BTCUSDT", VenueId.parse("TEST")),
            Timeframe.parse("1m"),
            UUID.randomUUID().toString());

    @BeforeAll
    static void start() {
        store = new CandleStore();
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Test
    void takesWhatFollowsAndHandsBackWhatDoesNot() {
        assertThat(store(Gaps.REFUSED, 5, 6, 9, 10)).containsExactly(9, 10);
        assertThat(figures()).isEqualTo("2 candles, 0 gaps");
        assertThat(store(Gaps.ALLOWED, 9, 10)).isEmpty();
        assertThat(figures()).isEqualTo("4 candles, 1 gaps");
    }

    @Test
    void storesACandleOnceHoweverOftenItComes() {
        store(Gaps.REFUSED, 0, 1, 1, 2);
        assertThat(store(Gaps.REFUSED, 0, 1, 2, 3)).isEmpty();
        assertThat(figures()).isEqualTo("4 candles, 0 gaps");
    }

    @Test
    void putsALateCandleInItsPlace() {
        store(Gaps.ALLOWED, 10, 20);
        assertThat(store(Gaps.REFUSED, 15)).isEmpty();
        assertThat(figures()).isEqualTo("3 candles, 2 gaps");
        store(Gaps.REFUSED, 0);
        assertThat(figures()).isEqualTo("4 candles, 3 gaps");
        store(Gaps.REFUSED, 1);
        assertThat(figures()).isEqualTo("5 candles, 3 gaps");
    }

    @Test
    void countsRightWhateverComesAtTheSameTime() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<List<Integer>>> all = IntStream.range(0, 8)
                    .mapToObj(n -> CompletableFuture.supplyAsync(
                            () -> store(Gaps.ALLOWED, n, n + 1, n + 2, 2 * n + 20), threads))
                    .toList();
            all.forEach(CompletableFuture::join);
        }
        assertThat(figures()).isEqualTo("18 candles, 8 gaps");
    }

    private List<Integer> store(Gaps gaps, int... minutes) {
        List<Arrival> arrivals = Arrays.stream(minutes)
                .mapToObj(each -> new Arrival(key, minute(each), START))
                .toList();
        return store.bean(CandleArrivals.class).store(arrivals, gaps).stream()
                .map(arrival -> (int) (arrival.candle().openTime().getEpochSecond() - START.getEpochSecond()) / 60)
                .toList();
    }

    private String figures() {
        Series series = store.bean(Candles.class).find(key).orElseThrow();
        return series.candles() + " candles, " + series.gaps() + " gaps";
    }
}
