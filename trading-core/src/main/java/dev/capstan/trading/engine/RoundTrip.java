package dev.capstan.trading.engine;

/**
 * A position from flat to flat.
 *
 * @param openedAt market time of the first fill
 * @param closedAt market time of the last one
 * @param quantity what was bought
 * @param paid what the buys took, in the quote asset
 * @param received what the sells gave, commissions off
 */
public record RoundTrip(long openedAt, long closedAt, long quantity, long paid, long received) {

    /** What was earned after commissions, in the quote asset; dust that could not be sold counts as lost until it is. */
    public long realizedPnl() {
        return received - paid;
    }
}
