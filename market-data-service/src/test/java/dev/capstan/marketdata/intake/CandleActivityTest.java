package dev.capstan.marketdata.intake;

import static dev.capstan.marketdata.candle.domain.CandleFixture.START;
import static dev.capstan.marketdata.candle.domain.CandleFixture.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.kit.activity.ActivitySource.Work;
import dev.capstan.kit.testing.MovableClock;
import dev.capstan.marketdata.candle.domain.Arrival;
import dev.capstan.marketdata.candle.domain.CandleArrivals;
import dev.capstan.marketdata.candle.domain.SeriesKey;
import dev.capstan.marketdata.candle.domain.Timeframe;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CandleActivityTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final SeriesKey KEY =
            new SeriesKey(InstrumentId.parse("BTCUSDT.BINANCE"), Timeframe.parse("1m"), "epoch");

    private final InMemoryCandles candles = new InMemoryCandles(KEY);
    private final ScriptedVenue venue = new ScriptedVenue();
    private final Semaphore leave = new Semaphore(0);
    private volatile boolean ours = true;

    /** Stores when it is given leave. */
    private final CandleArrivals store = (arrivals, gaps) -> {
        awaitLeave();
        return candles.store(arrivals, gaps);
    };

    private final CandleIntake intake = new CandleIntake(
            store,
            new CatchUp(
                    venue,
                    candles,
                    store,
                    new IntakeSettings(Duration.ofDays(2)),
                    MovableClock.at("2026-01-01T12:00:00Z")),
            () -> ours);
    private final CandleActivity activity = new CandleActivity(intake);

    @AfterEach
    void stop() {
        leave.release(100);
        intake.stop();
    }

    @Test
    void aCandleIsPendingUntilItIsStored() {
        intake.offer(arrival(0));
        assertThat(activity.look()).isEqualTo(new Work(1, 0));
        intake.start();
        await().atMost(LIMIT).until(leave::hasQueuedThreads);
        assertThat(activity.look()).as("while it is stored").isEqualTo(new Work(1, 0));
        leave.release();
        await().atMost(LIMIT).until(() -> activity.look().equals(new Work(0, 1)));
        assertThat(candles.minutes()).containsExactly(0);
    }

    @Test
    void aSeriesBehindTheVenueIsPendingUntilItIsNot() {
        candles.has(0);
        venue.has(0, 1);
        leave.release(100);
        intake.start();
        intake.offer(arrival(3));
        await().atMost(LIMIT).until(() -> activity.look().done() >= 2);
        assertThat(activity.look().pending())
                .as("the venue's record is not that far")
                .isEqualTo(1);
        venue.has(0, 1, 2, 3, 4);
        await().atMost(LIMIT).until(() -> activity.look().pending() == 0);
        assertThat(candles.minutes()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void aConnectionIsPendingUntilItsSeriesWereCompared() {
        intake.connected(List.of(KEY));
        assertThat(activity.look()).isEqualTo(new Work(1, 0));
        intake.start();
        await().atMost(LIMIT).until(() -> activity.look().pending() == 0);
        assertThat(activity.look().done()).isEqualTo(2);
    }

    @Test
    void whoMayNotFeedHasNothingToDo() {
        ours = false;
        intake.offer(arrival(0));
        intake.connected(List.of(KEY));
        intake.start();
        await().atMost(LIMIT).until(() -> activity.look().pending() == 0);
        assertThat(candles.minutes()).isEmpty();
    }

    private void awaitLeave() {
        try {
            if (!leave.tryAcquire(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody gave leave");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Arrival arrival(int minute) {
        return new Arrival(KEY, minute(minute), START.plusSeconds(60L * minute + 61));
    }
}
