package dev.capstan.simulator.exchange.matching;

import dev.capstan.simulator.exchange.book.Book;
import dev.capstan.simulator.exchange.book.Market;
import dev.capstan.simulator.exchange.order.Order;
import dev.capstan.simulator.exchange.report.ExchangeListener;
import dev.capstan.simulator.exchange.state.Desk;
import dev.capstan.simulator.exchange.state.ExchangeState;
import dev.capstan.simulator.exchange.state.Transaction;
import dev.capstan.simulator.market.Instrument;
import dev.capstan.simulator.market.Listing;
import dev.capstan.simulator.market.Playback;
import dev.capstan.trading.fill.BarVolume;
import dev.capstan.trading.fill.FillRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The markets as they play, and what their prices do to the orders that rest. */
public final class Floor {

    /** It may go off and fill, rest and fill again, and bring two others to life that do the same. */
    private static final long MOST_TRADES_OF_AN_ORDER = 6;

    private final Map<String, Market> markets = new TreeMap<>();
    private final ExchangeState state;
    private final Desk desk;
    private final FillRules rules;
    private final Matching matching;
    private final ExchangeListener listener;

    public Floor(ExchangeState state, Desk desk, FillRules rules, Matching matching, ExchangeListener listener) {
        this.state = state;
        this.desk = desk;
        this.rules = rules;
        this.matching = matching;
        this.listener = listener;
    }

    /**
     * Takes up the market of {@code instrument} where it was at the last journaled change: what it traded through since then still has to
     * fill what rests.
     *
     * @param resumeAt market milliseconds played then
     */
    public void list(Instrument instrument, long cycleMillis, long resumeAt) {
        String symbol = instrument.listing().symbol();
        Playback playback = new Playback(instrument.listing(), instrument.series(), rules, cycleMillis, resumeAt);
        playback.volume().take(state.taken(symbol, playback.barNumber()), 1);
        Market market = new Market(playback);
        if (state.heldPrice(symbol) != 0) {
            market.hold(state.heldPrice(symbol), BarVolume.unlimited());
        }
        markets.put(symbol, market);
    }

    public Collection<Market> markets() {
        return markets.values();
    }

    public Optional<Market> find(String symbol) {
        return Optional.ofNullable(markets.get(symbol));
    }

    public Market market(String symbol) {
        return find(symbol).orElseThrow(() -> new IllegalArgumentException("expected a listed symbol, got: " + symbol));
    }

    /** Lets every market go on until {@code elapsed} market milliseconds have played. */
    public void play(long elapsed) {
        markets.values().forEach(market -> market.playback().advance(elapsed, new Walk(market)));
    }

    public void hold(String symbol, long price, BarVolume volume) {
        Market market = market(symbol);
        desk.hold(symbol, price);
        market.hold(price, volume);
        visit(market, price, false);
    }

    public void release(String symbol) {
        Market market = market(symbol);
        desk.hold(symbol, 0);
        market.release();
        visit(market, market.price(), true);
    }

    private final class Walk implements Playback.Visitor {

        private final Market market;

        Walk(Market market) {
            this.market = market;
        }

        @Override
        public void onPrice(long price, boolean opening) {
            if (market.isHeld()) {
                visit(market, market.price(), false);
            } else {
                visit(market, price, opening);
            }
        }

        @Override
        public void onClose(long index) {
            listener.candleClosed(market.listing().symbol(), index);
        }
    }

    /** Lets {@code price} meet whoever waited for it, then prints it. */
    private void visit(Market market, long price, boolean opening) {
        Listing listing = market.listing();
        Book book = state.book(listing.symbol());
        List<Order> waiting = new ArrayList<>(book.touched(price));
        waiting.addAll(book.tradedThrough(price));
        Transaction transaction = desk.begin(listing, MOST_TRADES_OF_AN_ORDER * waiting.size() + 1L);
        new Crossing(matching, rules, market, transaction, price, opening).run(waiting);
        book.trailing().forEach(order -> transaction.follow(transaction.current(order), price));
        if (!transaction.isEmpty()) {
            desk.commit(transaction);
        }
        market.met(price);
        transaction.trades().forEach(trade -> market.tape().add(Desk.tapeOf(trade)));
        market.tape().add(desk.print(listing, price, transaction.now()));
    }
}
