package dev.capstan.trading.fill;

/** Prices and volume of one candle as whole numbers at the instrument's scale. */
public record Bar(long open, long high, long low, long close, long volume) {

    public Bar {
        if (low <= 0 || low > Math.min(open, close) || high < Math.max(open, close)) {
            throw new IllegalArgumentException("expected 0 < low <= open, close <= high, got: open " + open + ", high "
                    + high + ", low " + low + ", close " + close);
        }
        if (volume < 0) {
            throw new IllegalArgumentException("expected a volume of zero or more, got: " + volume);
        }
    }
}
