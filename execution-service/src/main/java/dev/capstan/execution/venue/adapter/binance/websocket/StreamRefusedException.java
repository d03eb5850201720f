package dev.capstan.execution.venue.adapter.binance.websocket;

/** The venue answered the subscription with a no. */
final class StreamRefusedException extends RuntimeException {

    StreamRefusedException(String message) {
        super(message);
    }
}
