package dev.capstan.simulator.market;

import dev.capstan.trading.fill.Bar;
import dev.capstan.trading.fill.BarPath;
import dev.capstan.trading.fixed.FixedPoint;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The candles a client may know at a position: those that closed and the running one as far as it has played; of the source's own length
 * and of every longer one that it adds up to.
 */
public final class Klines {

    private final CandleSeries series;
    private final Position position;
    private final long tick;
    private final @Nullable Candle running;
    private final long offsetMillis;

    /**
     * @param tick step of the running candle's prices
     */
    public Klines(CandleSeries series, Position position, long tick) {
        this(series, position, tick, null);
    }

    /**
     * @param running the candle of the source that is running; null where it is the part of the whole one that has played
     */
    public Klines(CandleSeries series, Position position, long tick, @Nullable Candle running) {
        this(series, position, tick, running, 0);
    }

    private Klines(CandleSeries series, Position position, long tick, @Nullable Candle running, long offsetMillis) {
        this.series = series;
        this.position = position;
        this.tick = tick;
        this.running = running;
        this.offsetMillis = offsetMillis;
    }

    /** The same candles for somebody whose day begins this long before it does in UTC. */
    public Klines ahead(long millis) {
        return new Klines(series, position, tick, running, millis);
    }

    /** Whether candles of {@code interval} can be made. */
    public boolean has(Interval interval) {
        return interval.isMadeOf(series.intervalMillis()) && offsetMillis % series.intervalMillis() == 0;
    }

    /** What played in the last {@code span} milliseconds of the market's time, as one candle: whole ones of the source and the running one. */
    public Candle lately(long span) {
        long now = openTime(position.index()) + position.within();
        long first = Math.min(position.index(), series.indexAt(now - span) + 1);
        Candle sum = playedAt(first);
        for (long index = first + 1; index <= position.index(); index++) {
            sum = sum.plus(playedAt(index));
        }
        return sum.within(now - span, now);
    }

    /** The last {@code limit} candles that open no later than {@code endTime}. */
    public List<Candle> latest(Interval interval, long endTime, int limit) {
        long last = Math.min(position.index(), series.indexAt(endTime));
        long first = last;
        int opened = last < 0 ? 0 : 1;
        while (first > 0 && (opened < limit || sameCandle(interval, first - 1, first))) {
            opened += sameCandle(interval, first - 1, first) ? 0 : 1;
            first--;
        }
        return candles(interval, first, last, limit);
    }

    /** Up to {@code limit} candles that open from {@code startTime} to {@code endTime}. */
    public List<Candle> between(Interval interval, long startTime, long endTime, int limit) {
        long last = Math.min(position.index(), series.indexAt(endTime));
        long first = series.indexAt(startTime);
        if (first < 0 || openOf(interval, openTime(first)) < startTime) {
            first = firstOfNextCandle(interval, first);
        }
        return candles(interval, first, last, limit);
    }

    /** The candle of {@code interval} that is running, or was the last to run. */
    public Candle current(Interval interval) {
        return latest(interval, Long.MAX_VALUE, 1).getFirst();
    }

    /** All that is known when the source candle {@code index} is over. */
    public static Klines closedAt(CandleSeries series, long index) {
        return new Klines(series, new Position(0, index, series.intervalMillis(), false), 1);
    }

    /** Whether the close of the source candle at this position closes the candle of {@code interval} around it too. */
    public boolean closes(Interval interval) {
        long index = position.index();
        long open = openOf(interval, openTime(index));
        long sourceEnd = openTime(index) + series.intervalMillis();
        boolean nextElsewhere = index + 1 < series.size() && !sameCandle(interval, index, index + 1);
        return sourceEnd >= nextOpen(interval, open) || nextElsewhere;
    }

    private long firstOfNextCandle(Interval interval, long index) {
        long next = index + 1;
        while (index >= 0 && next <= position.index() && sameCandle(interval, index, next)) {
            next++;
        }
        return next;
    }

    private boolean sameCandle(Interval interval, long left, long right) {
        return openOf(interval, openTime(left)) == openOf(interval, openTime(right));
    }

    private long openOf(Interval interval, long time) {
        return interval.openOf(time + offsetMillis) - offsetMillis;
    }

    private long nextOpen(Interval interval, long open) {
        return interval.nextOpen(open + offsetMillis) - offsetMillis;
    }

    private long openTime(long index) {
        return series.openTimeAt(index);
    }

    private List<Candle> candles(Interval interval, long first, long last, int limit) {
        List<Candle> candles = new ArrayList<>();
        for (long index = Math.max(0, first); index <= last; index++) {
            Candle played = playedAt(index);
            long open = openOf(interval, played.openTime());
            boolean continues = !candles.isEmpty() && candles.getLast().openTime() == open;
            if (!continues && candles.size() == limit) {
                return candles;
            }
            Candle sum = continues ? candles.removeLast().plus(played) : played;
            candles.add(sum.within(open, nextOpen(interval, open)));
        }
        return candles;
    }

    private Candle playedAt(long index) {
        if (index == position.index() && running != null) {
            return running;
        }
        Candle whole = series.at(index);
        return index == position.index() && position.within() < series.intervalMillis() ? part(whole) : whole;
    }

    private Candle part(Candle whole) {
        BarPath path = BarPath.of(whole.bar(), tick);
        long price = path.priceAt(position.within(), series.intervalMillis());
        long high = Math.max(path.open(), price);
        long low = Math.min(path.open(), price);
        for (int point = 1; point < BarPath.pointsReached(position.within(), series.intervalMillis()); point++) {
            high = Math.max(high, path.point(point));
            low = Math.min(low, path.point(point));
        }
        Bar bar = new Bar(path.open(), high, low, price, played(whole.bar().volume()));
        return new Candle(
                whole.openTime(),
                whole.closeTime(),
                bar,
                played(whole.quoteVolume()),
                played(whole.count()),
                played(whole.takerVolume()),
                played(whole.takerQuoteVolume()));
    }

    private long played(long whole) {
        return FixedPoint.multiplyDivide(whole, position.within(), series.intervalMillis(), RoundingMode.DOWN);
    }
}
