package dev.capstan.candles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.candles.Gaps.Gap;
import dev.capstan.candles.kline.KlineFile;
import dev.capstan.candles.kline.Klines;
import dev.capstan.trading.candle.CandleColumns;
import org.junit.jupiter.api.Test;

class CandleHistoryTest {

    private static final long MINUTE = Klines.MINUTE;
    private static final long START = Klines.FIRST_OPEN;

    @Test
    void findsEveryGap() {
        Gaps gaps = Gaps.of(minutes(0, 1, 3, 4, 8));
        assertThat(gaps.all())
                .containsExactly(
                        new Gap(START + 2 * MINUTE, START + 2 * MINUTE, 1),
                        new Gap(START + 5 * MINUTE, START + 7 * MINUTE, 3));
        assertThat(gaps.count()).isEqualTo(2);
        assertThat(gaps.missing()).isEqualTo(4);
        assertThat(Gaps.of(minutes(0, 1, 2)).isEmpty()).isTrue();
    }

    @Test
    void cutsByOpenTime() {
        CandleHistory all = CandleHistory.of(minutes(0, 1, 3, 4, 8));
        CandleHistory part = all.between(START + MINUTE, START + 4 * MINUTE);
        assertThat(part.columns().size()).isEqualTo(2);
        assertThat(part.columns().openTime(0)).isEqualTo(START + MINUTE);
        assertThat(part.hash()).isEqualTo(CandleHash.of(part.columns())).isNotEqualTo(all.hash());
        assertThat(all.between(0, Long.MAX_VALUE)).isSameAs(all);
        assertThat(all.between(START + 5 * MINUTE, START + 8 * MINUTE).columns().size())
                .isZero();
        assertThat(all.between(START + 5 * MINUTE, START).columns().size()).isZero();
    }

    @Test
    void everyNumberOfACandleIsInItsHash() {
        String row = Klines.row(0, "10,12,9,11,5");
        String hash = hash(row);
        for (String other :
                new String[] {"10.5,12,9,11,5", "10,13,9,11,5", "10,12,8,11,5", "10,12,9,12,5", "10,12,9,11,6"}) {
            assertThat(hash(Klines.row(0, other))).isNotEqualTo(hash);
        }
        assertThat(hash(Klines.row(1, "10,12,9,11,5"))).isNotEqualTo(hash);
        assertThat(hash(Klines.row(0, "10.0,12.00,9,11,5.0"))).isEqualTo(hash);
    }

    @Test
    void theFinestStepsAreThoseOfTheNumbers() {
        CandleColumns candles = columns(Klines.row(0, "10,12.50,9,11,5.001") + Klines.row(1, "10,12,9.125,11,7"));
        assertThat(FinestSteps.of(candles)).isEqualTo(new FinestSteps(100_000, 100_000));
        assertThat(FinestSteps.of(columns(Klines.row(0, "10,12,9,11,100"))))
                .isEqualTo(new FinestSteps(100_000_000, 100_000_000));
    }

    private static String hash(String text) {
        return CandleHash.of(columns(text));
    }

    private static CandleColumns minutes(int... minutes) {
        StringBuilder text = new StringBuilder();
        for (int minute : minutes) {
            text.append(Klines.row(minute, "10,12,9,11,5"));
        }
        return columns(text.toString());
    }

    private static CandleColumns columns(String text) {
        return KlineFile.read(Klines.stream(text));
    }
}
