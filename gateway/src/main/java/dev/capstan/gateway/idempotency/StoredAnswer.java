package dev.capstan.gateway.idempotency;

import dev.capstan.gateway.forwarding.Body;
import org.jspecify.annotations.Nullable;

/** The part of an answer that is given again: status, body, and the headers that describe them. The bytes are never changed. */
record StoredAnswer(
        int status,
        @Nullable String contentType,
        @Nullable String location,
        @Nullable String entityTag,
        Body body) {}
