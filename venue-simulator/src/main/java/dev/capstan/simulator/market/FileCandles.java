package dev.capstan.simulator.market;

import dev.capstan.trading.fill.Bar;
import java.util.List;

/** Candles read from a kline file, kept as plain cells: a year of minutes is half a million rows. */
final class FileCandles implements CandleSeries {

    private static final int COLUMNS = 11;

    private final long interval;
    private final long[] cells;
    private final int rows;

    FileCandles(long interval, List<Candle> candles) {
        this.interval = interval;
        this.rows = candles.size();
        this.cells = new long[rows * COLUMNS];
        int row = 0;
        for (Candle candle : candles) {
            System.arraycopy(cellsOf(candle), 0, cells, row * COLUMNS, COLUMNS);
            row++;
        }
    }

    private static long[] cellsOf(Candle candle) {
        Bar bar = candle.bar();
        return new long[] {
            candle.openTime(),
            candle.closeTime(),
            bar.open(),
            bar.high(),
            bar.low(),
            bar.close(),
            bar.volume(),
            candle.quoteVolume(),
            candle.count(),
            candle.takerVolume(),
            candle.takerQuoteVolume()
        };
    }

    @Override
    public long intervalMillis() {
        return interval;
    }

    @Override
    public long size() {
        return rows;
    }

    @Override
    public long firstPlayed() {
        return 0;
    }

    @Override
    public long openTimeAt(long index) {
        return cells[Math.toIntExact(index) * COLUMNS];
    }

    @Override
    public Candle at(long index) {
        int at = Math.toIntExact(index) * COLUMNS;
        Bar bar = new Bar(cells[at + 2], cells[at + 3], cells[at + 4], cells[at + 5], cells[at + 6]);
        return new Candle(cells[at], cells[at + 1], bar, cells[at + 7], cells[at + 8], cells[at + 9], cells[at + 10]);
    }
}
