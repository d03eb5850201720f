package dev.capstan.trading.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TriggerTest {

    private static final Trigger RISING = new Trigger(100, true);
    private static final Trigger FALLING = new Trigger(100, false);

    @Test
    void aTouchIsEnough() {
        assertThat(RISING.isTouched(99)).isFalse();
        assertThat(RISING.isTouched(100)).isTrue();
        assertThat(RISING.isTouched(101)).isTrue();
        assertThat(FALLING.isTouched(101)).isFalse();
        assertThat(FALLING.isTouched(100)).isTrue();
        assertThat(FALLING.isTouched(99)).isTrue();
    }

    @Test
    void theTriggerPlaysWhenTheMarketPassesItAndTheOpenWhenItJumps() {
        assertThat(FALLING.playing(90, false)).isEqualTo(100);
        assertThat(FALLING.playing(90, true)).isEqualTo(90);
    }

    @Test
    void refusesPricesThatCannotPlay() {
        assertThatThrownBy(() -> new Trigger(0, true)).isInstanceOf(IllegalArgumentException.class);
    }
}
