package dev.capstan.simulator.exchange.book;

import dev.capstan.simulator.exchange.order.Trade;
import dev.capstan.simulator.exchange.report.MarketTrade;
import dev.capstan.simulator.flow.FlowWalk;
import dev.capstan.simulator.market.Listing;
import dev.capstan.simulator.market.Play;
import dev.capstan.simulator.market.Playback;
import dev.capstan.trading.fill.BarVolume;
import java.util.List;
import java.util.Optional;

/** One instrument's market now: what plays, unless a price is held by hand. */
public final class Market {

    private final Play play;
    private final Book book;
    private final DepthBook depth = new DepthBook();
    private final Tape tape = new Tape();
    private long heldPrice;
    private long lastPrice;
    private long takeable = Long.MAX_VALUE;
    private BarVolume heldVolume = BarVolume.unlimited();

    /**
     * @param book the orders of accounts that wait in it
     */
    public Market(Play play, Book book) {
        this.play = play;
        this.book = book;
        this.lastPrice = play.price();
    }

    /** The candles that are walked; empty where a flow trades. */
    public Optional<Playback> playback() {
        return play instanceof Playback playback ? Optional.of(playback) : Optional.empty();
    }

    /** The flow that trades; empty where candles are walked. */
    public Optional<FlowWalk> flow() {
        return play instanceof FlowWalk walk ? Optional.of(walk) : Optional.empty();
    }

    /** Whether orders meet other orders; else they meet the one price that plays. */
    public boolean isBook() {
        return play instanceof FlowWalk && !isHeld();
    }

    public Listing listing() {
        return play.listing();
    }

    public Book book() {
        return book;
    }

    public DepthBook depth() {
        return depth;
    }

    public Tape tape() {
        return tape;
    }

    /** The market at this moment. */
    public MarketView view() {
        return new MarketView(
                listing(),
                play.series(),
                play.position(),
                price(),
                flow().map(FlowWalk::running).orElse(null));
    }

    public boolean isHeld() {
        return heldPrice != 0;
    }

    public long price() {
        return isHeld() ? heldPrice : play.price();
    }

    /** The price that orders have met last: from there the next one comes. */
    public long lastPrice() {
        return lastPrice;
    }

    public void met(long price) {
        lastPrice = price;
    }

    /** What there is to take at the one price that plays. */
    public BarVolume volume() {
        return isHeld()
                ? heldVolume
                : playback()
                        .map(Playback::volume)
                        .orElseThrow(() -> new IllegalStateException("expected a price that plays for all of "
                                + listing().symbol()));
    }

    /** The number of the bar that a trade now belongs to. */
    public long bar() {
        return playback()
                .map(Playback::barNumber)
                .orElseGet(() -> isHeld() ? Trade.NO_BAR : play.position().index());
    }

    /** Takes note of trades; {@code ofAccounts} when an account was among those who traded. */
    public void printed(List<MarketTrade> trades, boolean ofAccounts) {
        trades.forEach(tape::add);
        if (isBook()) {
            flow().ifPresent(walk -> count(walk, trades, ofAccounts));
        }
    }

    private void count(FlowWalk walk, List<MarketTrade> trades, boolean ofAccounts) {
        for (MarketTrade trade : trades) {
            walk.traded(trade.price(), trade.quantity(), trade.buyerIsMaker());
            lastPrice = trade.price();
        }
        if (ofAccounts) {
            walk.touch();
        }
    }

    /** The most an order that takes may get. */
    public long takeable() {
        return takeable;
    }

    public void leave(long quantity) {
        takeable = quantity;
    }

    public void hold(long price, BarVolume volume) {
        heldPrice = price;
        heldVolume = volume;
    }

    public void release() {
        heldPrice = 0;
    }
}
