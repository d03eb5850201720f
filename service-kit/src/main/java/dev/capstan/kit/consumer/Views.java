package dev.capstan.kit.consumer;

import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/** Opens views; each is a consumer of its own that starts with the application context. */
public interface Views {

    /**
     * Follows a compacted topic of whole states.
     *
     * @param version a state with a lower version than the one seen is ignored, an equal one counts as republished
     */
    <T> View<T> follow(String topic, Class<T> payloadType, ToLongFunction<T> version);

    /**
     * Follows a lossy topic from its end: {@code onRecord} is called on one thread for each record as it comes. For ticks, not for
     * facts.
     */
    <T> void tail(String topic, Class<T> payloadType, Consumer<T> onRecord);
}
