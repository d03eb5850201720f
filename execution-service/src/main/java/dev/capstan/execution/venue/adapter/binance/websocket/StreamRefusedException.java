package dev.capstan.execution.venue.adapter.binance.websocket;

/** The venue answered the subscription with a no. */
final class StreamRefusedException extends RuntimeException {

    private final boolean forItsKeys;

    /**
     * @param forItsKeys whether it was said of the account's keys, and not of the time, the load or us
     */
    StreamRefusedException(String message, boolean forItsKeys) {
        super(message);
        this.forItsKeys = forItsKeys;
    }

    boolean isForItsKeys() {
        return forItsKeys;
    }
}
