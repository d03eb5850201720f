package dev.capstan.trading.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EmaTest {

    @Test
    void beginsWithTheMeanAndGoesAShareOfTheWay() {
        Ema ema = new Ema(3);

        assertThat(ema.update(1)).isNaN();
        assertThat(ema.update(2)).isNaN();
        assertThat(ema.value()).isNaN();
        assertThat(ema.isReady()).isFalse();
        assertThat(ema.update(6)).isEqualTo(3);
        assertThat(ema.isReady()).isTrue();
        assertThat(ema.update(5)).isEqualTo(4);
        assertThat(ema.update(0)).isEqualTo(2);
        assertThat(ema.value()).isEqualTo(2);
    }

    @Test
    void refusesAPeriodOutOfRange() {
        assertThatThrownBy(() -> new Ema(0)).hasMessage("expected a period from 1 to 10000, got: 0");
    }
}
