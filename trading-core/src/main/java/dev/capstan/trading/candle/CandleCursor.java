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

    /** Where it stands, counted from 0. */
    public int row() {
        return candle.row();
    }

    /** The candle it stands at. */
    public CandleView candle() {
        return candle;
    }
}
