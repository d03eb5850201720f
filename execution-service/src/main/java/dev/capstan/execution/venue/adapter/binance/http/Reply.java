package dev.capstan.execution.venue.adapter.binance.http;

import dev.capstan.execution.venue.adapter.binance.protocol.Fields;
import dev.capstan.execution.venue.adapter.binance.protocol.MalformedReplyException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A whole answer of the venue. */
record Reply(int status, String body, @Nullable Duration retryAfter, HttpHeaders headers) {

    boolean ok() {
        return status == 200;
    }

    /** The venue's error code and text; code 0, which the venue never uses, when the body holds none. */
    VenueError error() {
        try {
            Fields fields = Fields.ofObject(body);
            return new VenueError(Math.toIntExact(fields.number("code")), fields.text("msg"));
        } catch (MalformedReplyException | ArithmeticException e) {
            return new VenueError(0, "HTTP " + status + " without an error code");
        }
    }

    /** What the venue calls its error. */
    record VenueError(int code, String text) {

        String describe() {
            return code + " " + text;
        }
    }
}
