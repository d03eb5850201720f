package dev.capstan.marketdata.intake;

import static dev.capstan.marketdata.candle.domain.CandleFixture.START;
import static dev.capstan.marketdata.candle.domain.CandleFixture.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.kit.testing.MovableClock;
import dev.capstan.marketdata.candle.domain.Arrival;
import dev.capstan.marketdata.candle.domain.SeriesKey;
import dev.capstan.marketdata.candle.domain.Timeframe;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CatchUpTest {

    private static final SeriesKey KEY =
            new SeriesKey(InstrumentId.parse("BTCUSDT.BINANCE"), Timeframe.parse("1m"), "epoch");

    private final InMemoryCandles store = new InMemoryCandles(KEY);
    private final ScriptedVenue venue = new ScriptedVenue();
    private final CatchUp catchUp = new CatchUp(
            venue, store, store, new IntakeSettings(Duration.ofDays(2)), MovableClock.at("2026-01-01T12:00:00Z"));

    @Test
    void beginsAnEmptySeriesWithWhatTheStreamBrings() throws InterruptedException {
        venue.has(0, 1, 2, 3);
        assertThat(catchUp.run(KEY, null)).isTrue();
        assertThat(store.minutes()).isEmpty();
        assertThat(catchUp.run(KEY, arrival(2))).isTrue();
        assertThat(store.minutes()).containsExactly(2);
    }

    @Test
    void fetchesWhatClosedSinceAndLeavesTheRunningOne() throws InterruptedException {
        store.has(0);
        venue.has(0, 1, 2, 3);
        assertThat(catchUp.run(KEY, null)).isTrue();
        assertThat(store.minutes()).containsExactly(0, 1, 2);
    }

    @Test
    void storesWhatIsMissingBeforeTheCandleThatWaits() throws InterruptedException {
        store.has(0);
        venue.has(0, 1, 2, 3, 4);
        assertThat(catchUp.run(KEY, arrival(3))).isTrue();
        assertThat(store.published()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void leavesAGapThatTheVenueHasToo() throws InterruptedException {
        store.has(0);
        venue.has(0, 7, 8);
        assertThat(catchUp.run(KEY, arrival(7))).isTrue();
        assertThat(store.minutes()).containsExactly(0, 7);
    }

    @Test
    void waitsWhileTheRecordIsBehindTheStream() throws InterruptedException {
        store.has(0);
        venue.has(0, 1, 2);
        assertThat(catchUp.run(KEY, arrival(5))).isFalse();
        assertThat(store.minutes()).containsExactly(0, 1);
        venue.has(0, 1, 2, 3, 4, 5);
        assertThat(catchUp.run(KEY, arrival(5))).isTrue();
        assertThat(store.published()).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void followsAnyNumberOfPages() throws InterruptedException {
        store.has(0);
        venue.has(IntStream.rangeClosed(0, 2_500).toArray());
        assertThat(catchUp.run(KEY, null)).isTrue();
        assertThat(store.minutes()).hasSize(2_500);
        assertThat(venue.calls()).isEqualTo(4);
    }

    @Test
    void doesNotFetchWhatIsOlderThanItsLimit() throws InterruptedException {
        store.has(0);
        venue.has(IntStream.rangeClosed(0, 3_000).toArray());
        assertThat(catchUp.run(KEY, arrival(3_000))).isTrue();
        assertThat(store.minutes()).startsWith(0, 3_000 - 48 * 60).hasSize(48 * 60 + 2);
    }

    private static Arrival arrival(int minute) {
        return new Arrival(KEY, minute(minute), START.plusSeconds(60L * minute + 61));
    }
}
