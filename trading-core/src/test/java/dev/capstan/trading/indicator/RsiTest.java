package dev.capstan.trading.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RsiTest {

    @Test
    void comparesAverageRisesWithAverageFalls() {
        Rsi rsi = new Rsi(2);

        assertThat(rsi.update(10)).isNaN();
        assertThat(rsi.update(13)).isNaN();
        assertThat(rsi.isReady()).isFalse();
        assertThat(rsi.update(12)).as("rises 3 and 0, falls 0 and 1").isEqualTo(75);
        assertThat(rsi.isReady()).isTrue();
        assertThat(rsi.update(12.5)).as("averages 1.0 and 0.25").isEqualTo(80);
        assertThat(rsi.value()).isEqualTo(80);
    }

    @Test
    void isAtTheEndsWhenTheMarketGoesOneWay() {
        assertThat(afterSteps(1)).isEqualTo(100);
        assertThat(afterSteps(-1)).isEqualTo(0);
    }

    @Test
    void isInTheMiddleWhenNothingMoved() {
        assertThat(afterSteps(0)).isEqualTo(50);
    }

    private static double afterSteps(double step) {
        Rsi rsi = new Rsi(14);
        for (int i = 0; i < 20; i++) {
            rsi.update(100 + i * step);
        }
        return rsi.value();
    }

    @Test
    void refusesAPeriodOutOfRange() {
        assertThatThrownBy(() -> new Rsi(0)).hasMessage("expected a period from 1 to 10000, got: 0");
    }
}
