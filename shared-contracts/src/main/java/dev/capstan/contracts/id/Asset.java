package dev.capstan.contracts.id;

import dev.capstan.contracts.TextValue;
import java.util.regex.Pattern;

/** A currency or coin that a balance can be held in, upper case, e.g. {@code BTC}. */
public record Asset(String value) implements TextValue {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{1,20}");

    public Asset {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "expected an asset of 1 to 20 upper case letters or digits, got: " + value);
        }
    }

    public static Asset parse(String text) {
        return new Asset(text);
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
