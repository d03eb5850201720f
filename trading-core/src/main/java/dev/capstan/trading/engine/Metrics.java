package dev.capstan.trading.engine;

import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.fixed.Decimal8;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The usual figures of merit; shares and ratios as plain numbers (0.05 is 5 %) with eight places, null where there is nothing to compute
 * them from. {@link StrictMath} throughout, so they are the same on any machine.
 *
 * @param totalReturn last value over the capital, less one
 * @param cagr the same as a yearly rate, a year being 365.25 days; null for less than a day
 * @param maxDrawdown the deepest fall of the curve's closes from their highest value before, as a share of that
 * @param roundTrips positions from flat to flat
 * @param winRate share of them that earned something after commissions
 * @param sharpe see {@link DailyReturns}
 * @param sortino see {@link DailyReturns}
 * @param profitFactor what the winners earned over what the others lost; null when nothing was lost
 * @param exposure share of closes at which a position was open
 */
public record Metrics(
        BigDecimal totalReturn,
        @Nullable BigDecimal cagr,
        BigDecimal maxDrawdown,
        int roundTrips,
        @Nullable BigDecimal winRate,
        @Nullable BigDecimal sharpe,
        @Nullable BigDecimal sortino,
        @Nullable BigDecimal profitFactor,
        BigDecimal exposure) {

    private static final double YEAR = 365.25 * 86_400_000;
    private static final long DAY = 86_400_000L;

    static Metrics of(BacktestResult result) {
        EquityCurve equity = result.equity();
        long capital = result.settings().run().capital();
        long last = equity.value(equity.size() - 1);
        TripTotals trips = TripTotals.of(result.roundTrips());
        DailyReturns days = DailyReturns.of(equity, capital);
        return new Metrics(
                ratio(Math.subtractExact(last, capital), capital),
                cagr(result.candles(), (double) last / capital),
                maxDrawdown(equity, capital),
                trips.count(),
                trips.count() == 0 ? null : ratio(trips.won(), trips.count()),
                rounded(days.sharpe()),
                rounded(days.sortino()),
                trips.lost() == 0 ? null : ratio(trips.earned(), trips.lost()),
                ratio(equity.held(), equity.size()));
    }

    private static @Nullable BigDecimal cagr(CandleColumns candles, double growth) {
        int last = candles.size() - 1;
        long period = candles.openTime(last) + candles.intervalMillis() - candles.openTime(0);
        return period < DAY || growth <= 0 ? null : rounded(StrictMath.pow(growth, YEAR / period) - 1);
    }

    private static BigDecimal maxDrawdown(EquityCurve equity, long capital) {
        long peak = capital;
        long deepest = 0;
        long from = capital;
        long lowest = capital;
        for (int row = 0; row < equity.size(); row++) {
            long value = equity.value(row);
            if (value > peak) {
                peak = value;
                lowest = value;
            } else if (value < lowest) {
                // Only what is lower than all since the peak can be the deepest fall: fall / peak > deepest / from.
                lowest = value;
                if ((double) (peak - value) * from > (double) deepest * peak) {
                    deepest = peak - value;
                    from = peak;
                }
            }
        }
        return ratio(deepest, from);
    }

    private static BigDecimal ratio(long part, long whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), Decimal8.SCALE, RoundingMode.HALF_EVEN);
    }

    private static @Nullable BigDecimal rounded(@Nullable Double value) {
        if (value == null || !Double.isFinite(value)) {
            return null;
        }
        return BigDecimal.valueOf(value).setScale(Decimal8.SCALE, RoundingMode.HALF_EVEN);
    }
}
