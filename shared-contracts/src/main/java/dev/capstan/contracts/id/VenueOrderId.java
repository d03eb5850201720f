package dev.capstan.contracts.id;

import dev.capstan.contracts.TextValue;

/** The venue's own key of an order (FIX 37), unique per venue and instrument. */
public record VenueOrderId(String value) implements TextValue {

    private static final Form FORM = Form.of(1, 64, "!~");

    public VenueOrderId {
        if (!FORM.matches(value)) {
            throw new IllegalArgumentException(
                    "expected a venue order id of 1 to 64 visible characters, got: " + value);
        }
    }

    public static VenueOrderId parse(String text) {
        return new VenueOrderId(text);
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
