package dev.capstan.gateway.idempotency;

import dev.capstan.gateway.forwarding.Body;
import dev.capstan.gateway.forwarding.UpstreamAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The part of an answer that is given again: status, body, and the headers that describe them. The bytes are never changed. */
record StoredAnswer(
        int status,
        @Nullable String contentType,
        @Nullable String location,
        @Nullable String entityTag,
        Body body) {

    private static final String REPLAYED = "Idempotency-Replayed";

    static StoredAnswer of(UpstreamAnswer answer) {
        HttpHeaders headers = answer.headers();
        return new StoredAnswer(
                answer.status(),
                headers.getFirst(HttpHeaders.CONTENT_TYPE),
                headers.getFirst(HttpHeaders.LOCATION),
                headers.getFirst(HttpHeaders.ETAG),
                answer.body());
    }

    /** The answer once more, marked as a repeat. */
    UpstreamAnswer replayed() {
        HttpHeaders headers = new HttpHeaders();
        setIfPresent(headers, HttpHeaders.CONTENT_TYPE, contentType);
        setIfPresent(headers, HttpHeaders.LOCATION, location);
        setIfPresent(headers, HttpHeaders.ETAG, entityTag);
        headers.set(REPLAYED, "true");
        return new UpstreamAnswer(status, headers, body);
    }

    private static void setIfPresent(HttpHeaders headers, String name, @Nullable String value) {
        if (value != null) {
            headers.set(name, value);
        }
    }
}
