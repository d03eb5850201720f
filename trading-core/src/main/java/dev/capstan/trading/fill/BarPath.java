package dev.capstan.trading.fill;

import dev.capstan.trading.fixed.FixedPoint;
import java.math.RoundingMode;

/**
 * The way a bar is walked: open, the extreme nearer to it, the other extreme, close; each leg takes a third of the bar's time. Every
 * price on it is a multiple of the tick, also where the candle's own are finer, so that whatever trades here is a price one could order.
 */
public record BarPath(long open, long nearer, long other, long close, long tick) {

    /** Open, nearer extreme, other extreme, close. */
    public static final int POINTS = 4;

    private static final int LEGS = POINTS - 1;

    /** The path of {@code bar}; when both extremes are equally near, the low comes first. */
    public static BarPath of(Bar bar, long tick) {
        boolean highFirst = bar.high() - bar.open() < bar.open() - bar.low();
        long nearer = highFirst ? bar.high() : bar.low();
        long other = highFirst ? bar.low() : bar.high();
        return new BarPath(
                nearest(bar.open(), tick),
                nearest(nearer, tick),
                nearest(other, tick),
                nearest(bar.close(), tick),
                tick);
    }

    /** The turning point {@code index}, 0 being the open and 3 the close. */
    public long point(int index) {
        return switch (index) {
            case 0 -> open;
            case 1 -> nearer;
            case 2 -> other;
            case 3 -> close;
            default -> throw new IllegalArgumentException("expected a point from 0 to 3, got: " + index);
        };
    }

    /** How many turning points lie at or before {@code elapsed} of {@code duration}: 1 at the open, 4 at the close. */
    public static int pointsReached(long elapsed, long duration) {
        return 1 + (int) (elapsed * LEGS / duration);
    }

    /** The price playing after {@code elapsed} of {@code duration}; between two turning points never outside them. */
    public long priceAt(long elapsed, long duration) {
        int leg = pointsReached(elapsed, duration) - 1;
        long intoLeg = elapsed * LEGS - leg * duration;
        if (intoLeg == 0) {
            return point(leg);
        }
        long from = point(leg);
        long ticks = (point(leg + 1) - from) / tick;
        return from + tick * FixedPoint.multiplyDivide(ticks, intoLeg, duration, RoundingMode.DOWN);
    }

    /** The multiple of {@code tick} that plays for {@code price}: the nearest one, the higher of two. */
    public static long nearest(long price, long tick) {
        return Math.max(tick, (price + tick / 2) / tick * tick);
    }
}
