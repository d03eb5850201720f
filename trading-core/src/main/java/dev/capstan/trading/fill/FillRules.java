package dev.capstan.trading.fill;

import dev.capstan.contracts.value.Side;
import dev.capstan.trading.fixed.FixedPoint;
import java.math.RoundingMode;
import java.util.OptionalLong;

/**
 * At which price an order fills, and how much of a bar is there to fill it.
 *
 * @param slippage what a taker pays above (receives below) the price now playing, in price units
 * @param volumeSharePercent the most of a bar's volume that may fill, 1 to 100
 */
public record FillRules(long slippage, int volumeSharePercent) {

    public FillRules {
        if (slippage < 0) {
            throw new IllegalArgumentException("expected a slippage of zero or more, got: " + slippage);
        }
        if (volumeSharePercent < 1 || volumeSharePercent > 100) {
            throw new IllegalArgumentException(
                    "expected a volume share of 1 to 100 percent, got: " + volumeSharePercent);
        }
    }

    /** No slippage, all of a bar's volume. */
    public static FillRules standard() {
        return new FillRules(0, 100);
    }

    /** What a market order gets while {@code playing} plays. */
    public long marketPrice(Side side, long playing) {
        return side == Side.BUY ? Math.addExact(playing, slippage) : Math.max(1, playing - slippage);
    }

    /** Whether a limit would take at once instead of resting. */
    public boolean isMarketable(Side side, long limit, long playing) {
        return side == Side.BUY ? limit >= playing : limit <= playing;
    }

    /** What a marketable limit gets: the market price, but never worse than its limit. */
    public long marketableLimitPrice(Side side, long limit, long playing) {
        long market = marketPrice(side, playing);
        return side == Side.BUY ? Math.min(limit, market) : Math.max(limit, market);
    }

    /**
     * What a resting limit gets when {@code price} plays: its limit once price has traded through it, the price itself when a bar opens
     * beyond it, else nothing.
     *
     * @param opening whether {@code price} is the first of a bar, or another jump that no price between led to
     */
    public OptionalLong restingPrice(Side side, long limit, long price, boolean opening) {
        boolean through = side == Side.BUY ? price < limit : price > limit;
        if (!through) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(opening ? price : limit);
    }

    /** The part of {@code bar} that orders may take. */
    public BarVolume volumeOf(Bar bar) {
        return volumeOf(bar.volume());
    }

    /** The part of a bar's {@code volume} that orders may take. */
    public BarVolume volumeOf(long volume) {
        return BarVolume.of(
                volumeSharePercent == 100
                        ? volume
                        : FixedPoint.multiplyDivide(volume, volumeSharePercent, 100, RoundingMode.DOWN));
    }
}
