package dev.capstan.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.trading.fixed.Decimal8;
import org.junit.jupiter.api.Test;

class SyntheticCandlesTest {

    private static final long START = 1_700_000_000_000L;

    @Test
    void isAFunctionOfSeedAndIndexAlone() {
        Instrument one = Instruments.synthetic(7, START).getFirst();
        Instrument again = Instruments.synthetic(7, START).getFirst();
        Instrument other = Instruments.synthetic(8, START).getFirst();
        assertThat(one.series().at(123_456)).isEqualTo(again.series().at(123_456));
        assertThat(one.series().at(123_456).bar())
                .isNotEqualTo(other.series().at(123_456).bar());
        assertThat(one.listing().synthetic()).isTrue();
    }

    @Test
    void everyCandleOpensWhereTheOneBeforeClosed() {
        for (Instrument instrument : Instruments.synthetic(1, START)) {
            CandleSeries series = instrument.series();
            for (long index = 1; index < 5_000; index++) {
                Candle before = series.at(index - 1);
                Candle candle = series.at(index);
                assertThat(candle.bar().open()).isEqualTo(before.bar().close());
                assertThat(candle.openTime()).isEqualTo(before.closeTime() + 1);
                assertThat(candle.bar().high() % instrument.listing().tick()).isZero();
                assertThat(candle.bar().volume()).isPositive();
            }
        }
    }

    @Test
    void movesButStaysNearItsBase() {
        CandleSeries series = Instruments.synthetic(1, START).getFirst().series();
        long low = Long.MAX_VALUE;
        long high = 0;
        for (long index = 0; index < 20_000; index++) {
            low = Math.min(low, series.at(index).bar().low());
            high = Math.max(high, series.at(index).bar().high());
        }
        assertThat(low).isGreaterThan(50_000 * Decimal8.ONE);
        assertThat(high).isLessThan(70_000 * Decimal8.ONE);
        assertThat(high - low).isGreaterThan(2_000 * Decimal8.ONE);
    }

    @Test
    void findsACandleByItsTime() {
        CandleSeries series = Instruments.synthetic(1, START).getFirst().series();
        assertThat(series.indexAt(series.at(4_321).openTime())).isEqualTo(4_321);
        assertThat(series.indexAt(series.at(4_321).closeTime())).isEqualTo(4_321);
        assertThat(series.indexAt(series.at(0).openTime() - 1)).isEqualTo(-1);
    }
}
