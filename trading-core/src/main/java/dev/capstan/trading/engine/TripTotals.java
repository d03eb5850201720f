package dev.capstan.trading.engine;

import java.util.List;

/**
 * Round trips summed up.
 *
 * @param won how many earned something
 * @param earned what those earned, in the quote asset
 * @param lost what the others lost
 */
record TripTotals(int count, int won, long earned, long lost) {

    static TripTotals of(List<RoundTrip> trips) {
        int won = 0;
        long earned = 0;
        long lost = 0;
        for (RoundTrip trip : trips) {
            long pnl = trip.realizedPnl();
            won += pnl > 0 ? 1 : 0;
            earned = Math.addExact(earned, Math.max(0, pnl));
            lost = Math.addExact(lost, Math.max(0, -pnl));
        }
        return new TripTotals(trips.size(), won, earned, lost);
    }
}
