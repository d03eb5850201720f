package dev.capstan.bench.backtest;

/**
 * One run of one subject.
 *
 * @param nanos how long it took
 */
record Round(String subject, long nanos, int bars) {

    double barsPerSecond() {
        return bars * 1e9 / nanos;
    }
}
