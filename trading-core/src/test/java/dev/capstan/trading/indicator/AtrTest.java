package dev.capstan.trading.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AtrTest {

    @Test
    void countsTheFirstCandleFromHighToLow() {
        Atr atr = Atr.of(2);

        assertThat(atr.update(12, 10, 11)).isNaN();
        assertThat(atr.isReady()).isFalse();
        assertThat(atr.update(15, 13, 14)).as("ranges 2 and 15 - 11").isEqualTo(3);
        assertThat(atr.isReady()).isTrue();
        assertThat(atr.update(10, 9, 9.5)).as("and 14 - 9").isEqualTo(4);
        assertThat(atr.update(12, 9, 10)).as("and 12 - 9").isEqualTo(3.5);
        assertThat(atr.value()).isEqualTo(3.5);
    }

    @Test
    void orGivesItNoRangeAtAll() {
        Atr atr = Atr.skippingFirst(2);

        assertThat(atr.update(12, 10, 11)).isNaN();
        assertThat(atr.update(15, 13, 14)).isNaN();
        assertThat(atr.isReady()).isFalse();
        assertThat(atr.update(10, 9, 9.5)).as("ranges 15 - 11 and 14 - 9").isEqualTo(4.5);
        assertThat(atr.isReady()).isTrue();
    }

    @Test
    void refusesAPeriodOutOfRange() {
        assertThatThrownBy(() -> Atr.of(10_001)).hasMessage("expected a period from 1 to 10000, got: 10001");
    }
}
