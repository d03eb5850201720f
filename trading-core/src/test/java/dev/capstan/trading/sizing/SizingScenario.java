package dev.capstan.trading.sizing;

import dev.capstan.trading.fixed.Decimal8;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;

/** Somebody with a balance wants to buy; all numbers in {@link Decimal8}, the risk in millionths. */
record SizingScenario(long balance, long risk, long entry, long stop, long step, long minQuantity) {

    /** Balances of 10 to 10 million, 0.01 to 5 % at risk, prices of 0.001 to 1,000,000, stops 0.01 to 20 % away. */
    static SizingScenario random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long entry = spread(random, 1e-3, 1e6);
        long distance = Math.max(1, (long) (entry * between(random, 1e-4, 0.2)));
        long step = (long) StrictMath.pow(10, random.nextInt(0, 8));
        return new SizingScenario(
                spread(random, 10, 1e7),
                (long) (between(random, 1e-4, 0.05) * 1e6),
                entry,
                entry - distance,
                step,
                step * random.nextLong(0, 20));
    }

    private static long spread(SplittableRandom random, double from, double to) {
        return (long) (between(random, from, to) * Decimal8.ONE);
    }

    /** As likely between 1 and 10 as between 10 and 100. */
    private static double between(SplittableRandom random, double from, double to) {
        return from * StrictMath.pow(to / from, random.nextDouble());
    }

    Sizing sized() {
        return new PositionSizer(step, minQuantity).size(balance, risk, entry, stop);
    }

    /** What is to be lost at the stop, in the quote asset. */
    BigDecimal targetLoss() {
        return Decimal8.decimal(balance).multiply(BigDecimal.valueOf(risk, 6));
    }

    BigDecimal loss(BigDecimal quantity) {
        return Decimal8.decimal(entry - stop).multiply(quantity);
    }

    BigDecimal notional(BigDecimal quantity) {
        return Decimal8.decimal(entry).multiply(quantity);
    }

    /** The quantity that a market without lots would take. */
    BigDecimal exactQuantity() {
        return targetLoss().divide(Decimal8.decimal(entry - stop), MathContext.DECIMAL128);
    }

    BigDecimal balanceTimes(int leverage) {
        return Decimal8.decimal(balance).multiply(BigDecimal.valueOf(leverage));
    }
}
