package dev.capstan.contracts.id;

import dev.capstan.contracts.TextValue;
import java.util.UUID;

/** Our account: one set of venue keys, one owner, PAPER or LIVE. */
public record AccountId(UUID value) implements TextValue {

    public static AccountId of(UUID value) {
        return new AccountId(value);
    }

    /**
     * Reads the canonical 36 character form.
     *
     * @throws IllegalArgumentException when {@code text} is not a UUID in that form
     */
    public static AccountId parse(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException("expected a UUID of 36 characters, got: " + text);
        }
        return new AccountId(UUID.fromString(text));
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
