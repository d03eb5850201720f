package dev.capstan.trading.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CommissionRateTest {

    @Test
    void roundsUpAtTheScaleOfTheAssetReceived() {
        CommissionRate rate = new CommissionRate(1_000);
        assertThat(rate.on(100_000)).isEqualTo(100);
        assertThat(rate.on(100_001)).isEqualTo(101);
        assertThat(rate.on(1)).isEqualTo(1);
        assertThat(rate.on(0)).isZero();
    }

    @Test
    void refusesARateOfOneOrMore() {
        assertThatThrownBy(() -> new CommissionRate(1_000_000)).hasMessageContaining("millionths");
    }
}
