package dev.capstan.simulator.market;

/**
 * How far the market has played, as a function of the wall clock alone, or of the steps done. It is journaled when a market starts, changes
 * speed or makes a step; that is all a killed simulator needs to go on where the market would be by now.
 *
 * @param epoch name of the market, new at each replay
 * @param origin wall time in milliseconds when the epoch began
 * @param startedAt wall time in milliseconds from which on {@code speed} holds
 * @param elapsedAtStart market milliseconds played before
 * @param speed market milliseconds per wall second
 * @param beats how often a minute the flow of a generated market acts; 0 where candles play. It stays for an epoch: its candles depend on it
 * @param stepMillis market milliseconds of a step, where nothing else moves the market's time; 0 where the wall clock does
 * @param steps how many there were
 */
public record MarketClock(
        String epoch,
        long origin,
        long startedAt,
        long elapsedAtStart,
        long speed,
        int beats,
        long stepMillis,
        long steps) {

    private static final long SECOND = 1_000L;

    /** A market of candles that begins at wall time {@code now}. */
    public static MarketClock begin(String epoch, long now, long speed) {
        return new MarketClock(epoch, now, now, 0, speed, 0, 0, 0);
    }

    /** This market with a flow. */
    public MarketClock withFlow(int flowBeats) {
        return new MarketClock(epoch, origin, startedAt, elapsedAtStart, speed, flowBeats, stepMillis, steps);
    }

    public boolean isGenerated() {
        return beats > 0;
    }

    /** This market, moved by steps of {@code millis}. */
    public MarketClock stepping(long millis) {
        return new MarketClock(epoch, origin, startedAt, elapsedAtStart, speed, beats, millis, steps);
    }

    public boolean isStepped() {
        return stepMillis > 0;
    }

    /** This market a step later. */
    public MarketClock next() {
        return new MarketClock(epoch, origin, startedAt, elapsedAtStart, speed, beats, stepMillis, steps + 1);
    }

    /** Market milliseconds played after {@code count} steps. */
    public long elapsedAfter(long count) {
        return count * stepMillis;
    }

    /** Market milliseconds played at wall time {@code now}; a wall clock set back holds the market where it started. */
    public long elapsedAt(long now) {
        if (isStepped()) {
            return elapsedAfter(steps);
        }
        return elapsedAtStart + Math.max(0, now - startedAt) * speed / SECOND;
    }

    /** This market from {@code now} on at another speed, without a jump. */
    public MarketClock withSpeed(long now, long newSpeed) {
        return new MarketClock(epoch, origin, now, elapsedAt(now), newSpeed, beats, stepMillis, steps);
    }
}
