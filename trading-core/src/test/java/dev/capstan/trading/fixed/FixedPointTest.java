package dev.capstan.trading.fixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FixedPointTest {

    private static final List<RoundingMode> ROUNDINGS = Stream.of(RoundingMode.values())
            .filter(mode -> mode != RoundingMode.UNNECESSARY)
            .toList();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 1_000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesWithDecimalArithmetic(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int sample = 0; sample < 50; sample++) {
            long a = random.nextLong() >> random.nextInt(0, 40);
            long b = random.nextLong() >> random.nextInt(20, 60);
            long divisor = Math.max(1, random.nextLong() >>> random.nextInt(1, 50));
            RoundingMode rounding = ROUNDINGS.get(random.nextInt(ROUNDINGS.size()));
            BigDecimal expected = BigDecimal.valueOf(a)
                    .multiply(BigDecimal.valueOf(b))
                    .divide(BigDecimal.valueOf(divisor), 0, rounding);
            if (expected.toBigInteger().bitLength() < 64) {
                assertThat(FixedPoint.multiplyDivide(a, b, divisor, rounding)).isEqualTo(expected.longValueExact());
            }
        }
    }

    /** Ties go to the even one, whatever the sign. */
    @ParameterizedTest
    @EnumSource(value = RoundingMode.class, mode = EnumSource.Mode.EXCLUDE, names = "UNNECESSARY")
    void roundsSmallQuotientsAsDecimalsAreRounded(RoundingMode rounding) {
        for (long dividend = -50; dividend <= 50; dividend++) {
            for (long divisor = 1; divisor <= 10; divisor++) {
                assertThat(FixedPoint.multiplyDivide(dividend, 1, divisor, rounding))
                        .as("%d by %d", dividend, divisor)
                        .isEqualTo(BigDecimal.valueOf(dividend)
                                .divide(BigDecimal.valueOf(divisor), 0, rounding)
                                .longValueExact());
            }
        }
    }

    @Test
    void refusesToRoundWhenToldNotTo() {
        assertThat(FixedPoint.multiplyDivide(6, 1, 3, RoundingMode.UNNECESSARY)).isEqualTo(2);
        assertThatThrownBy(() -> FixedPoint.multiplyDivide(7, 1, 3, RoundingMode.UNNECESSARY))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void reportsOverflowInsteadOfWrapping() {
        assertThatThrownBy(() -> FixedPoint.multiplyDivide(Long.MAX_VALUE, 4, 2, RoundingMode.DOWN))
                .isInstanceOf(ArithmeticException.class);
    }
}
