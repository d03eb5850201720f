package dev.capstan.trading.fill;

/** What is left of one bar's volume for orders to take; shared by all orders of that bar, in the order they come. */
public final class BarVolume {

    private long remaining;

    BarVolume(long remaining) {
        this.remaining = remaining;
    }

    /** As much as nobody will take: for a market whose last price stays tradable after its last bar. */
    public static BarVolume unlimited() {
        return new BarVolume(Long.MAX_VALUE);
    }

    /** What could still be taken. */
    public long remaining() {
        return remaining;
    }

    /** Takes up to {@code quantity} in whole multiples of {@code step} and returns how much that was. */
    public long take(long quantity, long step) {
        long taken = Math.min(quantity, remaining - remaining % step);
        remaining -= taken;
        return taken;
    }
}
