package dev.capstan.execution.venue.adapter.binance.http;

import org.jspecify.annotations.Nullable;

/** No whole answer was read. What the venue did with the request is not known from this. */
final class NoReplyException extends RuntimeException {

    NoReplyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
