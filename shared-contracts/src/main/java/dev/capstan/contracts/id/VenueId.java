package dev.capstan.contracts.id;

import dev.capstan.contracts.TextValue;
import java.util.regex.Pattern;

/** A place of trading, upper case, e.g. {@code BINANCE}. */
public record VenueId(String value) implements TextValue {

    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{1,23}");

    public VenueId {
        if (!FORM.matcher(value).matches()) {
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
