package dev.capstan.bench.backtest;

import dev.capstan.trading.candle.CandleColumns;
import java.util.Arrays;

/**
 * The least one can do: a loop that hands each candle to a listener, two running sums, an order that fills at the next open, cash and
 * holding in {@code double}. No interface for strategies, no orders to look at, no checks.
 */
final class BareSubject {

    static final String NAME = "bare-loop";

    private final CrossCase each;
    private final double[] opens;
    private final double[] closes;

    BareSubject(CrossCase each) {
        this.each = each;
        CandleColumns candles = each.candles();
        this.opens = new double[candles.size()];
        this.closes = new double[candles.size()];
        for (int row = 0; row < candles.size(); row++) {
            opens[row] = candles.open(row);
            closes[row] = candles.close(row);
        }
    }

    Subject trades() {
        return new Subject(Subject.TRADES, NAME, this::run);
    }

    private Trades run() {
        Trader trader = new Trader(each.fast(), each.slow());
        for (int row = 0; row < opens.length; row++) {
            trader.onOpen(row, opens[row]);
            trader.onClose(closes[row]);
        }
        return trader;
    }

    private static final class Trader implements Trades {

        private static final double COMMISSION = 0.001;

        private final double[] fastWindow;
        private final double[] slowWindow;
        private double fastSum;
        private double slowSum;
        private double before = Double.NaN;
        private int seen;
        private int order;
        private double cash = 1e12;
        private double holding;
        private int[] rows = new int[1 << 10];
        private int trades;

        Trader(int fast, int slow) {
            fastWindow = new double[fast];
            slowWindow = new double[slow];
        }

        void onOpen(int row, double price) {
            if (order == 0) {
                return;
            }
            if (order > 0) {
                holding = cash / price * (1 - COMMISSION);
                cash = 0;
            } else {
                cash = holding * price * (1 - COMMISSION);
                holding = 0;
            }
            order = 0;
            if (trades == rows.length) {
                rows = Arrays.copyOf(rows, trades * 2);
            }
            rows[trades++] = row;
        }

        void onClose(double price) {
            fastSum += price - fastWindow[seen % fastWindow.length];
            fastWindow[seen % fastWindow.length] = price;
            slowSum += price - slowWindow[seen % slowWindow.length];
            slowWindow[seen % slowWindow.length] = price;
            seen++;
            if (seen < slowWindow.length) {
                return;
            }
            double now = fastSum * slowWindow.length - slowSum * fastWindow.length;
            if (before <= 0 && now > 0 && holding == 0) {
                order = 1;
            } else if (before >= 0 && now < 0 && holding > 0) {
                order = -1;
            }
            before = now;
        }

        @Override
        public int[] rows() {
            return Arrays.copyOf(rows, trades - trades % 2);
        }
    }
}
