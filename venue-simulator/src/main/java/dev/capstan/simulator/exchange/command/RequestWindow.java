package dev.capstan.simulator.exchange.command;

/**
 * The time in which a request wants to be executed or not at all.
 *
 * @param notAfter the venue's time in microseconds
 */
public record RequestWindow(long notAfter) {

    /** A window that never closes. */
    public static final RequestWindow OPEN = new RequestWindow(Long.MAX_VALUE);

    /** Refuses when the venue's time {@code now} is past the window. */
    public void check(long now) {
        if (now > notAfter) {
            throw new RefusedException(Refusal.OUTSIDE_WINDOW, "");
        }
    }
}
