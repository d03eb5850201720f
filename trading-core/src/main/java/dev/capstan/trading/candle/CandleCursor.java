package dev.capstan.trading.candle;

/** Goes over candles and shows one at a time: who is shown one cannot turn to another. */
public final class CandleCursor {

    private final CandleView candle;

    /** Stands at the first candle of {@code columns}. */
    public CandleCursor(CandleColumns columns) {
        candle = new CandleView(columns);
    }

    /** Goes to {@code row}, counted from 0, and shows that candle. */
    public CandleView at(int row) {
        candle.moveTo(row);
        return candle;
    }

    /**
     * The first row from where it stands up to, not with, {@code end} whose prices go down to {@code low} or up to {@code high}; {@code
     * end} when there is none. It stays where it stands.
     */
    public int untilTouched(int end, long low, long high) {
        return candle.untilTouched(end, low, high);
    }

    /** Where it stands, counted from 0. */
    public int row() {
        return candle.row();
    }

    /** The candle it stands at. */
    public CandleView candle() {
        return candle;
    }
}
