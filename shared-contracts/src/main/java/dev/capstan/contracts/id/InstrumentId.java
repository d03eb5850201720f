package dev.capstan.contracts.id;

import dev.capstan.contracts.TextValue;
import java.util.regex.Pattern;

/** A tradable thing at a venue (FIX 55 and 30): {@code BTCUSDT.BINANCE}. */
public record InstrumentId(String symbol, VenueId venueId) implements TextValue {

    private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9][A-Z0-9_-]{0,39}");

    public InstrumentId {
        if (!SYMBOL.matcher(symbol).matches()) {
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
