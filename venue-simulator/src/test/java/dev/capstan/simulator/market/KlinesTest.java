package dev.capstan.simulator.market;

import static dev.capstan.simulator.market.CandleFixture.MINUTE;
import static dev.capstan.simulator.market.CandleFixture.START;
import static dev.capstan.simulator.market.CandleFixture.candle;
import static dev.capstan.simulator.market.CandleFixture.series;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.trading.fixed.Decimal8;
import java.util.List;
import org.junit.jupiter.api.Test;

class KlinesTest {

    private final CandleSeries series = series(
            candle(0, 100, 110, 95, 105),
            candle(1, 106, 120, 90, 91),
            candle(2, 91, 92, 80, 85),
            // minute 3 is missing
            candle(4, 85, 99, 85, 90),
            candle(5, 90, 90, 90, 90));

    private Klines at(int index, long within) {
        return new Klines(series, new Position(0, index, within, false), 1);
    }

    @Test
    void showsNothingThatHasNotPlayed() {
        List<Candle> candles = at(1, 20_000).latest(Interval.MINUTE_1, Long.MAX_VALUE, 10);
        assertThat(candles).hasSize(2);
        assertThat(candles.get(0)).isEqualTo(series.at(0));
        Candle running = candles.get(1);
        assertThat(running.bar().high()).isEqualTo(120 * Decimal8.ONE);
        assertThat(running.bar().low()).isEqualTo(106 * Decimal8.ONE);
        assertThat(running.bar().volume()).isEqualTo(10 * Decimal8.ONE / 3);
    }

    /** A market of orders knows what was printed; nobody knows what the rest of the minute brings. */
    @Test
    void takesTheRunningCandleFromWhoeverHasIt() {
        Candle printed = candle(1, 106, 107, 105, 107);
        Klines klines = new Klines(series, new Position(0, 1, 20_000, false), 1, printed);
        assertThat(klines.current(Interval.MINUTE_1)).isEqualTo(printed);
        Candle three = klines.ahead(0).current(Interval.MINUTE_3);
        assertThat(three.bar().high()).isEqualTo(110 * Decimal8.ONE);
        assertThat(three.bar().close()).isEqualTo(107 * Decimal8.ONE);
    }

    @Test
    void addsUpLongerCandlesAndEndsThemAtTheirOwnTime() {
        Candle three =
                at(4, MINUTE).latest(Interval.MINUTE_3, Long.MAX_VALUE, 10).getFirst();
        assertThat(three.openTime()).isEqualTo(START);
        assertThat(three.closeTime()).isEqualTo(START + 3 * MINUTE - 1);
        assertThat(three.bar().open()).isEqualTo(100 * Decimal8.ONE);
        assertThat(three.bar().high()).isEqualTo(120 * Decimal8.ONE);
        assertThat(three.bar().low()).isEqualTo(80 * Decimal8.ONE);
        assertThat(three.bar().close()).isEqualTo(85 * Decimal8.ONE);
        assertThat(three.bar().volume()).isEqualTo(30 * Decimal8.ONE);
    }

    @Test
    void pagesForwardFromATimeAndBackFromAnEnd() {
        Klines klines = at(4, MINUTE);
        assertThat(klines.between(Interval.MINUTE_1, START + 1, Long.MAX_VALUE, 2))
                .extracting(Candle::openTime)
                .containsExactly(START + MINUTE, START + 2 * MINUTE);
        assertThat(klines.between(Interval.MINUTE_3, START + 1, Long.MAX_VALUE, 5))
                .extracting(Candle::openTime)
                .containsExactly(START + 3 * MINUTE);
        assertThat(klines.latest(Interval.MINUTE_1, START + 2 * MINUTE, 2))
                .extracting(Candle::openTime)
                .containsExactly(START + MINUTE, START + 2 * MINUTE);
        assertThat(klines.latest(Interval.MINUTE_1, START - 1, 2)).isEmpty();
        assertThat(klines.between(Interval.MINUTE_1, START - MINUTE, START, 5)).hasSize(1);
    }

    @Test
    void closesALongerCandleWithItsLastMinuteAlsoAcrossAGap() {
        assertThat(Klines.closedAt(series, 1).closes(Interval.MINUTE_3)).isFalse();
        assertThat(Klines.closedAt(series, 2).closes(Interval.MINUTE_3)).isTrue();
        assertThat(Klines.closedAt(series, 4).closes(Interval.MINUTE_3)).isTrue();
        CandleSeries gap = series(candle(0, 1, 1, 1, 1), candle(7, 1, 1, 1, 1));
        assertThat(Klines.closedAt(gap, 0).closes(Interval.MINUTE_3)).isTrue();
        assertThat(Klines.closedAt(series, 2).current(Interval.MINUTE_3).bar().close())
                .isEqualTo(85 * Decimal8.ONE);
    }

    @Test
    void knowsWhichIntervalsItsSourceGives() {
        assertThat(at(0, 0).has(Interval.SECOND_1)).isFalse();
        assertThat(at(0, 0).has(Interval.MINUTE_1)).isTrue();
        assertThat(at(0, 0).has(Interval.MONTH_1)).isTrue();
        assertThat(Interval.HOUR_4.isMadeOf(Interval.HOUR_6.millis())).isFalse();
    }

    @Test
    void weeksBeginOnMondayAndMonthsOnTheFirst() {
        assertThat(Interval.WEEK_1.openOf(START)).isEqualTo(1_699_833_600_000L);
        assertThat(Interval.MONTH_1.openOf(START)).isEqualTo(1_698_796_800_000L);
        assertThat(Interval.MONTH_1.nextOpen(1_698_796_800_000L)).isEqualTo(1_701_388_800_000L);
    }

    @Test
    void addsUpWhatPlayedLately() {
        Candle lately = at(2, MINUTE / 2).lately(2 * MINUTE);
        assertThat(lately.bar().open()).as("of the first whole minute").isEqualTo(106 * Decimal8.ONE);
        assertThat(lately.bar().high()).isEqualTo(120 * Decimal8.ONE);
        assertThat(lately.bar().volume()).isEqualTo(15 * Decimal8.ONE);
        assertThat(lately.openTime()).isEqualTo(START + MINUTE / 2);
        assertThat(lately.closeTime()).isEqualTo(START + 2 * MINUTE + MINUTE / 2 - 1);
        assertThat(at(4, MINUTE).lately(86_400_000L).bar().open()).isEqualTo(100 * Decimal8.ONE);
    }

    @Test
    void longCandlesBeginByTheClockOfTheZone() {
        Klines ahead = at(4, MINUTE).ahead(2 * MINUTE);
        assertThat(ahead.latest(Interval.MINUTE_3, Long.MAX_VALUE, 10))
                .extracting(Candle::openTime)
                .containsExactly(START - 2 * MINUTE, START + MINUTE, START + 4 * MINUTE);
        assertThat(ahead.between(Interval.MINUTE_3, START, Long.MAX_VALUE, 10))
                .extracting(Candle::openTime)
                .containsExactly(START + MINUTE, START + 4 * MINUTE);
        assertThat(Klines.closedAt(series, 0).ahead(2 * MINUTE).closes(Interval.MINUTE_3))
                .isTrue();
        assertThat(Klines.closedAt(series, 1).ahead(2 * MINUTE).closes(Interval.MINUTE_3))
                .isFalse();
        assertThat(at(4, MINUTE).ahead(MINUTE / 2).has(Interval.MINUTE_3))
                .as("no minute begins at a half one")
                .isFalse();
    }
}
