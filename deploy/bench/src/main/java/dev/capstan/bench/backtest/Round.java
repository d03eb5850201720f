package dev.capstan.bench.backtest;

/**
 * One run of one subject.
 *
 * @param work what was made
 * @param nanos how long it took
 */
record Round(String work, String subject, long nanos, int bars) {

    double barsPerSecond() {
        return bars * 1e9 / nanos;
    }
}
