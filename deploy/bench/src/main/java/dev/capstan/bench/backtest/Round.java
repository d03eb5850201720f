package dev.capstan.bench.backtest;

/**
 * Runs of one subject, one after the other.
 *
 * @param work what was made
 * @param nanos how long they took
 * @param bars of all of them
 */
record Round(String work, String subject, long nanos, long bars) {

    double barsPerSecond() {
        return bars * 1e9 / nanos;
    }
}
