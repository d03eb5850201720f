package dev.capstan.simulator.exchange.order;

import dev.capstan.contracts.value.Side;

/**
 * A stop that follows the market at a distance as long as it moves to the order's advantage. Prices are in hundred-millionths.
 *
 * @param delta the distance, in hundredths of a percent
 * @param worth the price that the order's funds are reckoned with
 * @param since when it began to follow, in microseconds; 0 while it waits for the order's stop price, or for another order
 * @param stop where the order goes off now; 0 before it follows
 */
public record Trailing(long delta, long worth, long since, long stop) {

    private static final long WHOLE = 10_000;

    /** At this distance from now on, or from when the order's stop price has been touched. */
    public static Trailing by(long delta) {
        return new Trailing(delta, 0, 0, 0);
    }

    /** The same, with the price to reckon funds with: {@code stopPrice} if there is one, else where it would stand now. */
    Trailing reckoned(Side side, long stopPrice, long playing, long tick) {
        return new Trailing(delta, stopPrice > 0 ? stopPrice : stopAt(side, playing, tick), since, stop);
    }

    boolean follows() {
        return since > 0;
    }

    /** Follows from where its funds were reckoned with: there it stands. */
    Trailing begun(long now) {
        return new Trailing(delta, worth, now, worth);
    }

    /** Begins to follow while {@code playing} plays. */
    Trailing begun(Side side, long playing, long tick, long now) {
        return new Trailing(delta, worth, now, stopAt(side, playing, tick));
    }

    /** As {@code playing} leaves it: moved if that is better for the order, else where it was. */
    Trailing moved(Side side, long playing, long tick) {
        long next = stopAt(side, playing, tick);
        boolean better = side == Side.BUY ? next < stop : next > stop;
        return better ? new Trailing(delta, worth, since, next) : this;
    }

    /** On the tick that lies at least the distance away. */
    private long stopAt(Side side, long playing, long tick) {
        // In two parts, because a price times ten thousand does not fit.
        long distance = playing / WHOLE * delta + playing % WHOLE * delta / WHOLE;
        return side == Side.BUY
                ? Math.ceilDiv(playing + distance, tick) * tick
                : Math.max(tick, (playing - distance) / tick * tick);
    }
}
