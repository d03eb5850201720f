package dev.capstan.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarketClockTest {

    @Test
    void playsAsFastAsItIsTold() {
        MarketClock clock = MarketClock.begin("main", 10_000, 60_000);
        assertThat(clock.elapsedAt(10_000)).isZero();
        assertThat(clock.elapsedAt(11_000)).isEqualTo(60_000);
        assertThat(clock.elapsedAt(9_000)).isZero();
    }

    @Test
    void changesItsSpeedWithoutAJump() {
        MarketClock faster = MarketClock.begin("main", 0, 1_000).withSpeed(5_000, 2_000);
        assertThat(faster.elapsedAt(5_000)).isEqualTo(5_000);
        assertThat(faster.elapsedAt(6_000)).isEqualTo(7_000);
        assertThat(faster.origin()).isZero();
    }

    @Test
    void onlyStepsMoveAMarketThatIsStepped() {
        MarketClock clock = MarketClock.begin("main", 0, 1_000).stepping(60_000);
        assertThat(clock.elapsedAt(1_000_000)).isZero();
        assertThat(clock.next().next().elapsedAt(5)).isEqualTo(120_000);
    }
}
