package dev.capstan.trading.fill;

/**
 * The price at which a waiting order goes off. A touch is enough, unlike for a resting limit: nobody stands before it.
 *
 * @param above whether the market has to rise to it; else it has to fall
 */
public record Trigger(long price, boolean above) {

    public Trigger {
        if (price <= 0) {
            throw new IllegalArgumentException("expected a positive trigger price, got: " + price);
        }
    }

    /** Whether it goes off, or would have gone off already, while {@code playing} plays. */
    public boolean isTouched(long playing) {
        return above ? playing >= price : playing <= price;
    }

    /**
     * What plays when it goes off on the way to {@code reached}: the trigger, which the market passes, or {@code reached} when no price
     * between led there.
     *
     * @param opening whether {@code reached} is the first price of a bar, or another jump
     */
    public long playing(long reached, boolean opening) {
        return opening ? reached : price;
    }
}
