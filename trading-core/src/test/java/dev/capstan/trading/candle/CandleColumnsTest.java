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
