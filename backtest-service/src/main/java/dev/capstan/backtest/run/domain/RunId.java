package dev.capstan.backtest.run.domain;

import dev.capstan.contracts.TextValue;
import java.util.UUID;

/** A backtest's own id; later ones sort later. */
public record RunId(UUID value) implements TextValue {

    /**
     * Reads the canonical 36 character form.
     *
     * @throws IllegalArgumentException when {@code text} is not a UUID in that form
     */
    public static RunId parse(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException("expected a UUID of 36 characters, got: " + text);
        }
        return new RunId(UUID.fromString(text));
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
