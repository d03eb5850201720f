package dev.capstan.contracts;

/**
 * A value whose one text form is used on every wire: JSON string, SQL text, Kafka key, log.
 *
 * <p>{@link #text()} and the type's static {@code parse(String)} are inverse to each other.
 */
public interface TextValue {

    /** The canonical text; never empty. */
    String text();
}
