package dev.capstan.trading.sizing;

/** What a {@link PositionSizer} answers. */
public sealed interface Sizing {

    /**
     * So much.
     *
     * @param quantity in the base asset ({@link dev.capstan.trading.fixed.Decimal8}), a multiple of the lot
     * @param leverage the lowest that works: 1 when the balance pays for all of it
     */
    record Sized(long quantity, int leverage) implements Sizing {}

    /**
     * Nothing.
     *
     * @param context {@code key=value} pairs for people
     */
    record Refused(SizingRefusal reason, String context) implements Sizing {

        /** One line: the reason, and what led to it. */
        public String text() {
            return reason + " " + context;
        }
    }
}
