package dev.capstan.marketdata.candle.domain;

import dev.capstan.contracts.id.InstrumentId;

/**
 * Which candles belong together.
 *
 * @param marketEpoch name of the replay or seed they come from; empty for a real venue
 */
public record SeriesKey(InstrumentId instrumentId, Timeframe timeframe, String marketEpoch) {

    private static final int LONGEST_EPOCH = 64;

    public SeriesKey {
        if (marketEpoch.length() > LONGEST_EPOCH || !marketEpoch.chars().allMatch(SeriesKey::isEpochCharacter)) {
            throw new IllegalArgumentException(
                    "expected a market epoch of at most 64 letters, digits, dots, _ and -, got: " + marketEpoch);
        }
    }

    private static boolean isEpochCharacter(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || "._-".indexOf(character) >= 0;
    }

    /** The same market in candles of another length. */
    public SeriesKey in(Timeframe other) {
        return new SeriesKey(instrumentId, other, marketEpoch);
    }
}
