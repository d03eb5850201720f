package dev.capstan.trading.candle;

/**
 * One closed candle, as a strategy sees it, and nothing else of the market: live there is no other one to look at, and on history it could
 * be one to come. The same object is moved from candle to candle by a {@link CandleCursor}: what a strategy wants to remember it copies.
 *
 * <p>Prices and volume come as {@code double} for indicators, in the instrument's own units, and as whole numbers ({@link
 * dev.capstan.trading.fixed.Decimal8}) for whatever must be exact.
 */
public final class CandleView {

    private static final double ONE = 1e8;

    private final CandleColumns columns;
    private int row;

    CandleView(CandleColumns columns) {
        this.columns = columns;
    }

    void moveTo(int newRow) {
        row = newRow;
    }

    int row() {
        return row;
    }

    /** Market time of its first instant, in epoch milliseconds. */
    public long openTime() {
        return columns.openTime(row);
    }

    /** Market time at which the next candle may open, in epoch milliseconds: when this one is known. */
    public long endTime() {
        return columns.openTime(row) + columns.intervalMillis();
    }

    public double open() {
        return columns.open(row) / ONE;
    }

    public double high() {
        return columns.high(row) / ONE;
    }

    public double low() {
        return columns.low(row) / ONE;
    }

    public double close() {
        return columns.close(row) / ONE;
    }

    /** In the base asset. */
    public double volume() {
        return columns.volume(row) / ONE;
    }

    public long highPrice() {
        return columns.high(row);
    }

    public long lowPrice() {
        return columns.low(row);
    }

    public long closePrice() {
        return columns.close(row);
    }

    int untilTouched(int end, long low, long high) {
        return columns.untilTouched(row, end, low, high);
    }
}
