package dev.capstan.simulator.market;

/**
 * How far the market has played, as a function of the wall clock alone. It is journaled when a market starts or changes speed; that is all
 * a killed simulator needs to go on where the market would be by now.
 *
 * @param epoch name of the market, new at each replay
 * @param origin wall time in milliseconds when the epoch began
 * @param startedAt wall time in milliseconds from which on {@code speed} holds
 * @param elapsedAtStart market milliseconds played before
 * @param speed market milliseconds per wall second
 * @param beats how often a minute the flow of a generated market acts; 0 where candles play. It stays for an epoch: its candles depend on it
 */
public record MarketClock(String epoch, long origin, long startedAt, long elapsedAtStart, long speed, int beats) {

    private static final long SECOND = 1_000L;

    /** A market of candles that begins at wall time {@code now}. */
    public static MarketClock begin(String epoch, long now, long speed) {
        return new MarketClock(epoch, now, now, 0, speed, 0);
    }

    /** This market with a flow. */
    public MarketClock withFlow(int flowBeats) {
        return new MarketClock(epoch, origin, startedAt, elapsedAtStart, speed, flowBeats);
    }

    public boolean isGenerated() {
        return beats > 0;
    }

    /** Market milliseconds played at wall time {@code now}; a wall clock set back holds the market where it started. */
    public long elapsedAt(long now) {
        return elapsedAtStart + Math.max(0, now - startedAt) * speed / SECOND;
    }

    /** This market from {@code now} on at another speed, without a jump. */
    public MarketClock withSpeed(long now, long newSpeed) {
        return new MarketClock(epoch, origin, now, elapsedAt(now), newSpeed, beats);
    }
}
