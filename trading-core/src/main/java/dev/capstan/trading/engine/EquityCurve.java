package dev.capstan.trading.engine;

import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.run.RunStage;
import dev.capstan.trading.run.StrategyRun;

/** What a run was worth at each close: its cash, and its holding at the price of that close. */
public final class EquityCurve {

    private final CandleColumns candles;
    private final long[] values;
    private int size;
    private int held;

    EquityCurve(CandleColumns candles) {
        this.candles = candles;
        this.values = new long[candles.size()];
    }

    /** Takes the values at the next closes, up to, not with, the one of row {@code end}; the run traded nothing between them. */
    void add(StrategyRun run, int end) {
        held += run.stage() == RunStage.POSITION_OPEN ? end - size : 0;
        for (int row = size; row < end; row++) {
            values[row] = run.equity(candles.close(row));
        }
        size = end;
    }

    public int size() {
        return size;
    }

    /** Epoch milliseconds of market time at which the candle at {@code row} was over. */
    public long time(int row) {
        return candles.openTime(row) + candles.intervalMillis();
    }

    /** In the quote asset ({@link dev.capstan.trading.fixed.Decimal8}). */
    public long value(int row) {
        return values[row];
    }

    /** At how many closes a position was open. */
    public int held() {
        return held;
    }
}
