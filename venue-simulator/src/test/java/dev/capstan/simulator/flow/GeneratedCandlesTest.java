package dev.capstan.simulator.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.simulator.market.Candle;
import dev.capstan.simulator.market.CandleSeries;
import dev.capstan.simulator.market.Instrument;
import dev.capstan.simulator.market.Listing;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratedCandlesTest {

    private static final long START = 1_700_000_000_000L;
    private static final long MILLION = 1_000_000;

    private static List<Instrument> instruments(long seed, int beats) {
        return GeneratedInstruments.of(seed, START, beats);
    }

    private static List<Candle> candles(long seed) {
        CandleSeries series = instruments(seed, 60).getFirst().series();
        return LongStream.range(900, 1_000).mapToObj(series::at).toList();
    }

    @Test
    void areAFunctionOfTheSeed() {
        assertThat(candles(7)).isEqualTo(candles(7)).isNotEqualTo(candles(8));
    }

    /** Asked for in any order, from a series that has played it and from one that has not. */
    @Test
    void doNotDependOnWhatWasAskedForBefore() {
        CandleSeries series = instruments(1, 60).getFirst().series();
        Candle late = series.at(2_000);
        series.at(10);
        assertThat(series.at(2_000)).isEqualTo(late);
        assertThat(instruments(1, 60).getFirst().series().at(2_000)).isEqualTo(late);
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 480, 3_000})
    void stayNearTheirCourseAndOnTicksAndLots(int beats) {
        for (Instrument instrument : instruments(3, beats)) {
            GeneratedCandles series = (GeneratedCandles) instrument.series();
            Listing listing = instrument.listing();
            for (long index = 990; index < 1_010; index++) {
                Candle candle = series.at(index);
                Candle course = series.plan().course().at(index);
                assertThat(candle.openTime()).isEqualTo(course.openTime());
                assertThat(candle.closeTime()).isEqualTo(course.closeTime());
                assertThat(candle.count()).isPositive();
                assertThat(candle.bar().volume() % listing.step()).isZero();
                assertThat(candle.takerVolume()).isBetween(0L, candle.bar().volume());
                assertThat(List.of(
                                candle.bar().open(),
                                candle.bar().high(),
                                candle.bar().low(),
                                candle.bar().close()))
                        .allSatisfy(price -> assertThat(price % listing.tick()).isZero());
                assertThat(Math.abs(candle.bar().close() - course.bar().close()))
                        .as("%s %d", listing.symbol(), index)
                        .isLessThan(course.bar().close() / MILLION * 3_000);
            }
        }
    }

    @Test
    void whatIsKeptFirstStays() {
        GeneratedCandles series =
                (GeneratedCandles) instruments(1, 60).getFirst().series();
        Candle first = series.at(5);
        series.keep(7, first);
        series.keep(7, series.at(6));
        assertThat(series.at(7)).isEqualTo(first);
    }
}
