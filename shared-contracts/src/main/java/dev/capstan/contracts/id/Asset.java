package dev.capstan.contracts.id;

import dev.capstan.contracts.TextValue;

/** A currency or coin that a balance can be held in, upper case, e.g. {@code BTC}. */
public record Asset(String value) implements TextValue {

    private static final Form FORM = Form.of(1, 20, "AZ09");

    public Asset {
        if (!FORM.matches(value)) {
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
