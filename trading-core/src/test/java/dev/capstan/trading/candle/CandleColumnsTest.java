package dev.capstan.trading.candle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.trading.fill.Bar;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CandleColumnsTest {

    private static final Bar BAR = new Bar(1, 1, 1, 1, 0);

    private static CandleColumns at(long... times) {
        CandleColumnsBuilder candles = new CandleColumnsBuilder(60, times.length);
        Arrays.stream(times).forEach(time -> candles.add(time, BAR));
        return candles.build();
    }

    private static long[] times(CandleColumns candles) {
        return IntStream.range(0, candles.size()).mapToLong(candles::openTime).toArray();
    }

    @Test
    void timesAreThoseThatWereGivenWithGapsAndWithout() {
        assertThat(times(at(600, 660, 720))).containsExactly(600, 660, 720);
        assertThat(times(at(600, 660, 780))).containsExactly(600, 660, 780);
        assertThat(times(at(600, 780, 840))).containsExactly(600, 780, 840);
        assertThat(times(at(600))).containsExactly(600);
        assertThat(times(at())).isEmpty();
    }

    /** A gap that another oddity makes up for is a gap still. */
    @Test
    void oneThatIsEarlyDoesNotMakeUpForAGap() {
        assertThat(times(at(600, 630, 720))).containsExactly(600, 630, 720);
    }

    @Test
    void closesAreCopiedToTheBeginning() {
        long[] closes = {7, 7, 7};
        lowHighClose(new long[][] {{1, 3, 2}, {2, 4, 3}, {3, 5, 4}}).closes(1, 2, closes);
        assertThat(closes).containsExactly(3, 4, 7);
    }

    @Test
    void pricesTouchWhatTheyReachAndNothingElse() {
        CandleCursor cursor =
                new CandleCursor(lowHighClose(new long[][] {{5, 9, 7}, {6, 8, 7}, {4, 8, 7}, {6, 10, 7}}));
        assertThat(cursor.untilTouched(4, 3, Long.MAX_VALUE)).isEqualTo(4);
        assertThat(cursor.untilTouched(4, 4, Long.MAX_VALUE)).isEqualTo(2);
        assertThat(cursor.untilTouched(2, 4, Long.MAX_VALUE)).isEqualTo(2);
        assertThat(cursor.untilTouched(4, 5, Long.MAX_VALUE)).isZero();
        assertThat(cursor.untilTouched(4, 3, 10)).isEqualTo(3);
        assertThat(cursor.untilTouched(4, 4, 10)).isEqualTo(2);
        assertThat(cursor.untilTouched(4, 3, 9)).isZero();
        cursor.at(3);
        assertThat(cursor.untilTouched(4, 4, Long.MAX_VALUE)).isEqualTo(4);
        assertThat(cursor.row()).isEqualTo(3);
    }

    private static CandleColumns lowHighClose(long[][] rows) {
        CandleColumnsBuilder candles = new CandleColumnsBuilder(60, rows.length);
        for (int row = 0; row < rows.length; row++) {
            long[] prices = rows[row];
            candles.add(600 + row * 60L, new Bar(prices[2], prices[1], prices[0], prices[2], 0));
        }
        return candles.build();
    }

    @Test
    void aSliceKeepsItsTimes() {
        CandleColumns candles = at(600, 660, 780, 840);

        assertThat(times(candles.slice(0, 2))).containsExactly(600, 660);
        assertThat(times(candles.slice(1, 3))).containsExactly(660, 780);
        assertThat(times(candles.slice(2, 4))).containsExactly(780, 840);
    }

    @Test
    void untilARowNothingAfterItIsKnown() {
        CandleColumns known = at(600, 660, 720, 780).until(2);

        assertThat(times(known)).containsExactly(600, 660);
        assertThatThrownBy(() -> known.openTime(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> known.close(2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void hasNoTimeWhereItHasNoCandle() {
        assertThatThrownBy(() -> at(600, 660).openTime(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> at(600, 660).openTime(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
