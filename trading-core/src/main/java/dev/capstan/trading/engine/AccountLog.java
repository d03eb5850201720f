package dev.capstan.trading.engine;

import dev.capstan.trading.run.RunStage;
import dev.capstan.trading.run.StrategyRun;
import java.util.Arrays;

/** What a run had after each of its orders, in the order they ended: all that its worth at any close needs. */
final class AccountLog {

    private static final int FIRST_SIZE = 64;

    private int[] rows = new int[FIRST_SIZE];
    private long[] cash = new long[FIRST_SIZE];
    private long[] holdings = new long[FIRST_SIZE];
    private boolean[] open = new boolean[FIRST_SIZE];
    private int size;

    /**
     * Takes down what {@code run} has.
     *
     * @param row of the candle at whose open the order ended
     */
    void add(int row, StrategyRun run) {
        if (size == rows.length) {
            grow(2 * size);
        }
        rows[size] = row;
        cash[size] = run.cash();
        holdings[size] = run.holding();
        open[size] = run.stage() == RunStage.POSITION_OPEN;
        size++;
    }

    private void grow(int length) {
        rows = Arrays.copyOf(rows, length);
        cash = Arrays.copyOf(cash, length);
        holdings = Arrays.copyOf(holdings, length);
        open = Arrays.copyOf(open, length);
    }

    int size() {
        return size;
    }

    /** The first row at whose close it has this. */
    int row(int index) {
        return rows[index];
    }

    /** In the quote asset. */
    long cash(int index) {
        return cash[index];
    }

    /** In the base asset. */
    long holding(int index) {
        return holdings[index];
    }

    /** Whether a position was open. */
    boolean isOpen(int index) {
        return open[index];
    }
}
