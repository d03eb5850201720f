package dev.capstan.simulator.binance.operation;

import tools.jackson.databind.JsonNode;

/** What becomes of a request. */
public sealed interface Outcome {

    /** The client is answered, at once unless {@code delayMillis} says otherwise. */
    record Answer(int status, JsonNode body, long delayMillis) implements Outcome {

        /** Whether it is what the client asked for. */
        public boolean isSuccess() {
            return status < 300;
        }
    }

    /** The client hears nothing; after {@code delayMillis} its connection is cut. */
    record Unanswered(long delayMillis) implements Outcome {}
}
