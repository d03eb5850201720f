package dev.capstan.contracts.id;

import dev.capstan.contracts.TextValue;

/** A tradable thing at a venue (FIX 55 and 30): {@code BTCUSDT.BINANCE}. */
public record InstrumentId(String symbol, VenueId venueId) implements TextValue {

    private static final Form SYMBOL = Form.of(1, 40, "AZ09", "AZ09__--");

    public InstrumentId {
        if (!SYMBOL.matches(symbol)) {
            throw new IllegalArgumentException(
                    "expected a symbol of upper case letters, digits, _ or -, got: " + symbol);
        }
    }

    /**
     * Reads {@code SYMBOL.VENUE}.
     *
     * @throws IllegalArgumentException naming the expected form
     */
    public static InstrumentId parse(String text) {
        int dot = text.lastIndexOf('.');
        if (dot < 1 || dot == text.length() - 1) {
            throw new IllegalArgumentException("expected SYMBOL.VENUE, e.g. BTCUSDT.BINANCE, got: " + text);
        }
        return new InstrumentId(text.substring(0, dot), VenueId.parse(text.substring(dot + 1)));
    }

    @Override
    public String text() {
        return symbol + "." + venueId.value();
    }

    @Override
    public String toString() {
        return text();
    }
}
