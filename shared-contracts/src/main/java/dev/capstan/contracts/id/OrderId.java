package dev.capstan.contracts.id;

import dev.capstan.contracts.TextValue;
import java.util.UUID;

/** Our order. The venue knows it by its {@link ClientOrderId} and names it by a {@link VenueOrderId}. */
public record OrderId(UUID value) implements TextValue {

    public static OrderId of(UUID value) {
        return new OrderId(value);
    }

    /**
     * Reads the canonical 36 character form.
     *
     * @throws IllegalArgumentException when {@code text} is not a UUID in that form
     */
    public static OrderId parse(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException("expected a UUID of 36 characters, got: " + text);
        }
        return new OrderId(UUID.fromString(text));
    }

    @Override
    public String text() {
        return value.toString();
    }

    @Override
    public String toString() {
        return text();
    }
}
