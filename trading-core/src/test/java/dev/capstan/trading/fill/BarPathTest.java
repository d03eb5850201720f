package dev.capstan.trading.fill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BarPathTest {

    static LongStream seeds() {
        return Bars.seeds();
    }

    @Test
    void goesToTheNearerExtremeFirst() {
        assertThat(BarPath.of(new Bar(100, 102, 90, 95, 1), 1)).isEqualTo(new BarPath(100, 102, 90, 95, 1));
        assertThat(BarPath.of(new Bar(100, 110, 98, 105, 1), 1)).isEqualTo(new BarPath(100, 98, 110, 105, 1));
    }

    @Test
    void goesToTheLowFirstWhenBothExtremesAreEquallyNear() {
        assertThat(BarPath.of(new Bar(100, 105, 95, 100, 1), 1).nearer()).isEqualTo(95);
    }

    @Test
    void playsEachTurningPointAtItsThird() {
        BarPath path = new BarPath(100, 90, 130, 120, 1);
        assertThat(path.priceAt(0, 60_000)).isEqualTo(100);
        assertThat(path.priceAt(10_000, 60_000)).isEqualTo(95);
        assertThat(path.priceAt(20_000, 60_000)).isEqualTo(90);
        assertThat(path.priceAt(40_000, 60_000)).isEqualTo(130);
        assertThat(path.priceAt(60_000, 60_000)).isEqualTo(120);
    }

    @Test
    void snapsBetweenTurningPointsToTheTick() {
        assertThat(new BarPath(100, 200, 100, 100, 5).priceAt(3_333, 60_000)).isEqualTo(115);
    }

    @Test
    void roundsACandleFinerThanTheTickToTheNearestTickButNeverToZero() {
        assertThat(BarPath.of(new Bar(1_007, 1_013, 2, 1_004, 1), 10))
                .isEqualTo(new BarPath(1_010, 1_010, 10, 1_000, 10));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void staysInsideTheBarAndOnEveryLegBetweenItsEnds(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Bar bar = Bars.random(random);
        long tick = random.nextLong(1, 1_000);
        BarPath path = BarPath.of(bar, tick);
        long duration = random.nextLong(1, 86_400_000);
        for (int sample = 0; sample < 50; sample++) {
            long elapsed = random.nextLong(0, duration + 1);
            int leg = Math.min(BarPath.pointsReached(elapsed, duration), 3) - 1;
            long price = path.priceAt(elapsed, duration);
            assertThat(price % tick).isZero();
            assertThat(price)
                    .isBetween(
                            Math.min(path.point(leg), path.point(leg + 1)),
                            Math.max(path.point(leg), path.point(leg + 1)));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void visitsOpenHighLowAndClose(long seed) {
        Bar bar = Bars.random(new SplittableRandom(seed));
        BarPath path = BarPath.of(bar, 1);
        assertThat(new long[] {path.nearer(), path.other()}).containsExactlyInAnyOrder(bar.high(), bar.low());
        assertThat(path.open()).isEqualTo(bar.open());
        assertThat(path.close()).isEqualTo(bar.close());
        assertThat(Math.abs(path.nearer() - path.open())).isLessThanOrEqualTo(Math.abs(path.other() - path.open()));
    }
}
