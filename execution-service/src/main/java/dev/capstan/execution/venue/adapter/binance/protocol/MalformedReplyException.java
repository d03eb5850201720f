package dev.capstan.execution.venue.adapter.binance.protocol;

/** The venue's text is not what its documentation says. Never a fact about an order. */
public class MalformedReplyException extends RuntimeException {

    public MalformedReplyException(String message) {
        super(message);
    }

    public MalformedReplyException(String message, Throwable cause) {
        super(message, cause);
    }
}
