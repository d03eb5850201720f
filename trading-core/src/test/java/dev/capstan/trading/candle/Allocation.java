package dev.capstan.trading.candle;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Consumer;

/** Counts what the work on one candle leaves to the garbage collector. */
public final class Allocation {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int FIRST = 1_000;
    private static final int COUNTED = 100_000;

    private Allocation() {}

    /**
     * Bytes per candle of a random walk, of 100,000 candles after the first 1,000; the smallest object is 16. What is made once, the classes
     * that are loaded for it included, comes to next to nothing.
     */
    public static double perCandle(Consumer<CandleView> work) {
        CandleCursor cursor = new CandleCursor(RandomWalk.candles(5, FIRST + COUNTED));
        for (int row = 0; row < FIRST; row++) {
            work.accept(cursor.at(row));
        }
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int row = FIRST; row < FIRST + COUNTED; row++) {
            work.accept(cursor.at(row));
        }
        return (THREADS.getCurrentThreadAllocatedBytes() - before) / (double) COUNTED;
    }
}
