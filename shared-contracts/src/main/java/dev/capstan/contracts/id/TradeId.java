package dev.capstan.contracts.id;

import dev.capstan.contracts.TextValue;

/** The venue's key of a fill (FIX 17), unique per venue and instrument. Ordered by the venue's own rule, never as text. */
public record TradeId(String value) implements TextValue {

    private static final Form FORM = Form.of(1, 64, "!~");

    public TradeId {
        if (!FORM.matches(value)) {
            throw new IllegalArgumentException("expected a trade id of 1 to 64 visible characters, got: " + value);
        }
    }

    public static TradeId parse(String text) {
        return new TradeId(text);
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
