package dev.capstan.trading.fill;

import java.math.RoundingMode;

/** The way a bar is walked: open, the extreme nearer to it, the other extreme, close; each leg takes a third of the bar's time. */
public record BarPath(long open, long nearer, long other, long close) {

    /** Open, nearer extreme, other extreme, close. */
    public static final int POINTS = 4;

    private static final int LEGS = POINTS - 1;

    /** The path of {@code bar}; when both extremes are equally near, the low comes first. */
    public static BarPath of(Bar bar) {
        boolean highFirst = bar.high() - bar.open() < bar.open() - bar.low();
        return highFirst
                ? new BarPath(bar.open(), bar.high(), bar.low(), bar.close())
                : new BarPath(bar.open(), bar.low(), bar.high(), bar.close());
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
        return 1 + (int) FixedPoint.multiplyDivide(elapsed, LEGS, duration, RoundingMode.DOWN);
    }

    /**
     * The price playing after {@code elapsed} of {@code duration}: a turning point, or between two of them a multiple of {@code tick},
     * never outside the leg.
     */
    public long priceAt(long elapsed, long duration, long tick) {
        int leg = pointsReached(elapsed, duration) - 1;
        long intoLeg = elapsed * LEGS - leg * duration;
        if (intoLeg == 0) {
            return point(leg);
        }
        long from = point(leg);
        long to = point(leg + 1);
        long exact = from + FixedPoint.multiplyDivide(to - from, intoLeg, duration, RoundingMode.DOWN);
        return Math.clamp(exact - exact % tick, Math.min(from, to), Math.max(from, to));
    }
}
