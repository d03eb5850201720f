package dev.capstan.systemtests.dsl;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What an HTTP call answered. */
public record Answer(int status, JsonNode body, @Nullable String replayed) {

    /** Text of a field, empty when it is missing or null. */
    public String text(String field) {
        return body.path(field).asString("");
    }

    /**
     * This answer, when it has that status.
     *
     * @throws AssertionError with the whole body otherwise
     */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new AssertionError("expected status " + expected + ", got " + status + ": " + body);
        }
        return this;
    }
}
