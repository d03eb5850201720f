package dev.capstan.trading.engine;

import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.fixed.Decimal8;
import java.util.Arrays;

/** What a run was worth at each close: its cash, and its holding at the price of that close. */
public final class EquityCurve {

    private final CandleColumns candles;
    private final long[] values;
    private final int held;

    /**
     * Of a run over all of {@code candles}, which placed {@code orders}.
     *
     * @param capital what it had before its first order
     */
    EquityCurve(CandleColumns candles, long capital, OrderLog orders) {
        this.candles = candles;
        this.values = new long[candles.size()];
        int closesHeld = 0;
        fill(0, orders.size() == 0 ? values.length : orders.row(0), capital, 0);
        for (int order = 0; order < orders.size(); order++) {
            int end = order + 1 < orders.size() ? orders.row(order + 1) : values.length;
            fill(orders.row(order), end, orders.cash(order), orders.holding(order));
            closesHeld += orders.isOpen(order) ? end - orders.row(order) : 0;
        }
        this.held = closesHeld;
    }

    private void fill(int from, int end, long cash, long holding) {
        if (holding == 0) {
            Arrays.fill(values, from, end, cash);
            return;
        }
        for (int row = from; row < end; row++) {
            values[row] = cash + Decimal8.amount(candles.close(row), holding);
        }
    }

    public int size() {
        return values.length;
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
