package dev.capstan.contracts.id;

import dev.capstan.contracts.TextValue;

/** A place of trading, upper case, e.g. {@code BINANCE}. */
public record VenueId(String value) implements TextValue {

    private static final Form FORM = Form.of(2, 24, "AZ", "AZ09__");

    public VenueId {
        if (!FORM.matches(value)) {
            throw new IllegalArgumentException(
                    "expected a venue id of 2 to 24 upper case letters, digits or _, got: " + value);
        }
    }

    public static VenueId parse(String text) {
        return new VenueId(text);
    }

    @Override
    public String text() {
        return value;
    }

    @Override
    public String toString() {
        return value;
    }
}
