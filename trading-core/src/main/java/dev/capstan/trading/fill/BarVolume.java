package dev.capstan.trading.fill;

/** What is left of one bar's volume for orders to take; shared by all orders of that bar, in the order they come. */
public final class BarVolume {

    private long remaining;

    private BarVolume(long remaining) {
        this.remaining = remaining;
    }

    /** {@code quantity} to take. */
    public static BarVolume of(long quantity) {
        return new BarVolume(quantity);
    }

    /** As much as nobody will take: for a market whose last price stays tradable after its last bar. */
    public static BarVolume unlimited() {
        return new BarVolume(Long.MAX_VALUE);
    }

    /** What could still be taken. */
    public long remaining() {
        return remaining;
    }

    /** What an order for {@code quantity} would get now, in whole multiples of {@code step}. */
    public long available(long quantity, long step) {
        boolean isPlenty = remaining - quantity >= step;
        return isPlenty ? quantity : Math.min(quantity, remaining - remaining % step);
    }

    /** Takes up to {@code quantity} in whole multiples of {@code step} and returns how much that was. */
    public long take(long quantity, long step) {
        long taken = available(quantity, step);
        remaining -= taken;
        return taken;
    }
}
