package dev.capstan.trading.fixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Decimal8Test {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 1_000);
    }

    /** Of all sizes, so that each of the ways to get there is taken, and its borders are crossed. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void amountsAreThoseOfDecimalArithmetic(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int sample = 0; sample < 100; sample++) {
            long price = random.nextLong() >>> random.nextInt(1, 40);
            long quantity = random.nextLong() >>> random.nextInt(1, 60);
            if (sample % 4 == 0) {
                price -= price % (Decimal8.ONE / 2);
            }
            BigDecimal expected = decimal(price, quantity);
            if (expected.precision() < 19) {
                assertThat(Decimal8.amount(price, quantity))
                        .as("%d at %d", quantity, price)
                        .isEqualTo(expected.longValueExact());
                assertThat(Decimal8.amount(price, -quantity)).isEqualTo(-expected.longValueExact());
            }
        }
    }

    private static BigDecimal decimal(long price, long quantity) {
        return BigDecimal.valueOf(price)
                .multiply(BigDecimal.valueOf(quantity))
                .divide(BigDecimal.valueOf(Decimal8.ONE), 0, RoundingMode.HALF_EVEN);
    }

    /** A whole that is odd makes a fraction's tie go up, one that is even makes it go down. */
    @Test
    void aTieIsMadeEvenAsAWhole() {
        long half = Decimal8.ONE / 2;
        long large = (1L << 35) + 1;
        for (long whole = 0; whole < 4; whole++) {
            long price = whole * Decimal8.ONE + half;
            assertThat(Decimal8.amount(price, 1)).isEqualTo(decimal(price, 1).longValueExact());
            assertThat(Decimal8.amount(price, 3)).isEqualTo(decimal(price, 3).longValueExact());
        }
        for (long whole = 1_000_000; whole < 1_000_004; whole++) {
            long price = whole * Decimal8.ONE + half;
            assertThat(Decimal8.amount(price, large))
                    .isEqualTo(decimal(price, large).longValueExact());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void comparesWorthWithoutOverflow(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int sample = 0; sample < 100; sample++) {
            long price = random.nextLong() >>> random.nextInt(1, 40);
            long quantity = random.nextLong() >> random.nextInt(60);
            BigInteger worth = BigInteger.valueOf(price).multiply(BigInteger.valueOf(quantity));
            BigInteger amount = worth.divide(BigInteger.valueOf(Decimal8.ONE));
            for (long near = clamped(amount) - 1; near <= clamped(amount) + 1; near++) {
                BigInteger limit = BigInteger.valueOf(near).multiply(BigInteger.valueOf(Decimal8.ONE));
                assertThat(Decimal8.isWorthMore(price, quantity, near)).isEqualTo(worth.compareTo(limit) > 0);
            }
        }
    }

    /** Not beyond what a {@code long} holds, and a little more. */
    private static long clamped(BigInteger amount) {
        BigInteger most = BigInteger.valueOf(Long.MAX_VALUE - 2);
        return amount.min(most).max(most.negate()).longValueExact();
    }

    @Test
    void reportsOverflowInsteadOfWrapping() {
        assertThatThrownBy(() -> Decimal8.amount(Long.MAX_VALUE, 2 * Decimal8.ONE))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Decimal8.amount(1L << 52, Decimal8.ONE << 12)).isInstanceOf(ArithmeticException.class);
    }
}
