package dev.capstan.gateway.forwarding;

import java.net.http.HttpRequest.BodyPublisher;
import org.springframework.web.servlet.function.ServerRequest;

/** What a caller sent as the body, read once and kept until the call is over. */
public sealed interface Payload permits Body, SpooledBody {

    /** The payload of a request that passed the filter for its kind of body. */
    static Payload of(ServerRequest request) {
        return (Payload) request.attribute(Payload.class.getName())
                .orElseThrow(() -> new IllegalStateException("the body filter comes before whoever needs the body"));
    }

    static boolean isReadFrom(ServerRequest request) {
        return request.attribute(Payload.class.getName()).isPresent();
    }

    default void rememberIn(ServerRequest request) {
        request.attributes().put(Payload.class.getName(), this);
    }

    /** Bytes that are the same when, and only when, the payload is the same. */
    byte[] identity();

    /** Sends it on, as it came. */
    BodyPublisher publisher();
}
