package dev.capstan.simulator.market;

import dev.capstan.trading.fill.BarPath;
import dev.capstan.trading.fill.BarVolume;
import dev.capstan.trading.fill.FillRules;

/**
 * Walks one instrument's candles. Every turning point between two looks at the clock is visited, so no order misses an extreme however
 * fast the market plays.
 *
 * <p>Not safe for threads; the exchange guards it with its lock.
 */
public final class Playback implements Play {

    /** Who hears of the walk. */
    public interface Visitor {

        /**
         * A price plays.
         *
         * @param opening whether it is a bar's first, which no price between led to
         */
        void onPrice(long price, boolean opening);

        /** The candle at {@code index} is over. */
        void onClose(long index);
    }

    private final Listing listing;
    private final CandleSeries series;
    private final FillRules rules;
    private final long cycleMillis;

    private Position position;
    private BarPath path;
    private BarVolume volume;
    private int visited;
    private long price;

    /**
     * @param cycleMillis market milliseconds after which everything starts again; {@link Long#MAX_VALUE} for never
     */
    public Playback(Listing listing, CandleSeries series, FillRules rules, long cycleMillis, long elapsed) {
        this.listing = listing;
        this.series = series;
        this.rules = rules;
        this.cycleMillis = cycleMillis;
        this.position = positionAt(elapsed);
        this.path = BarPath.of(series.at(position.index()).bar(), listing.tick());
        this.volume = volumeHere();
        this.visited = BarPath.pointsReached(position.within(), series.intervalMillis());
        this.price = path.priceAt(position.within(), series.intervalMillis());
    }

    @Override
    public Listing listing() {
        return listing;
    }

    @Override
    public CandleSeries series() {
        return series;
    }

    @Override
    public Position position() {
        return position;
    }

    /** The price now playing. */
    @Override
    public long price() {
        return price;
    }

    /** What may still be taken of the current bar. */
    public BarVolume volume() {
        return volume;
    }

    /** A number for the current bar that no other bar of this market has. */
    public long barNumber() {
        return position.cycle() * 1_000_000_000L + position.index();
    }

    /** Goes on to {@code elapsed} market milliseconds, telling {@code visitor} of everything on the way; never goes back. */
    public void advance(long elapsed, Visitor visitor) {
        Position target = positionAt(elapsed);
        while (position.cycle() < target.cycle() || position.index() < target.index()) {
            finishBar(visitor);
            openNextBar(visitor);
        }
        if (position.ended() || position.cycle() > target.cycle() || position.index() > target.index()) {
            visitor.onPrice(price, false);
        } else if (target.ended()) {
            finishBar(visitor);
        } else if (target.within() >= position.within()) {
            visitWithin(target.within(), visitor);
        }
    }

    /** Where it is when {@code elapsed} market milliseconds have played. */
    public Position positionAt(long elapsed) {
        long cycle = elapsed / cycleMillis;
        long intoCycle = elapsed % cycleMillis;
        long index = series.firstPlayed() + intoCycle / series.intervalMillis();
        return index < series.size()
                ? new Position(cycle, index, intoCycle % series.intervalMillis(), false)
                : new Position(cycle, series.size() - 1, series.intervalMillis(), true);
    }

    private void visitWithin(long within, Visitor visitor) {
        visitPointsUpTo(BarPath.pointsReached(within, series.intervalMillis()), visitor);
        position = new Position(position.cycle(), position.index(), within, false);
        visit(path.priceAt(within, series.intervalMillis()), false, visitor);
    }

    private void finishBar(Visitor visitor) {
        if (position.ended()) {
            return;
        }
        visitPointsUpTo(BarPath.POINTS, visitor);
        boolean last = position.index() == series.size() - 1;
        position = new Position(position.cycle(), position.index(), series.intervalMillis(), last);
        if (last) {
            volume = volumeHere();
        }
        visitor.onClose(position.index());
    }

    private void openNextBar(Visitor visitor) {
        position = position.ended() || position.index() == series.size() - 1
                ? new Position(position.cycle() + 1, series.firstPlayed(), 0, false)
                : new Position(position.cycle(), position.index() + 1, 0, false);
        path = BarPath.of(series.at(position.index()).bar(), listing.tick());
        volume = volumeHere();
        visited = 1;
        visit(path.open(), true, visitor);
    }

    private void visitPointsUpTo(int points, Visitor visitor) {
        while (visited < points) {
            visit(path.point(visited), false, visitor);
            visited++;
        }
    }

    private void visit(long next, boolean opening, Visitor visitor) {
        price = next;
        visitor.onPrice(next, opening);
    }

    private BarVolume volumeHere() {
        return position.ended()
                ? BarVolume.unlimited()
                : rules.volumeOf(series.at(position.index()).bar());
    }
}
