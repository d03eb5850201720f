package dev.capstan.simulator.exchange.matching;

import dev.capstan.simulator.exchange.book.Market;
import dev.capstan.simulator.exchange.order.Order;
import dev.capstan.simulator.exchange.report.ExchangeListener;
import dev.capstan.simulator.exchange.state.Desk;
import dev.capstan.simulator.exchange.state.ExchangeState;
import dev.capstan.simulator.exchange.state.Transaction;
import dev.capstan.simulator.flow.FlowWalk;
import dev.capstan.simulator.market.Instrument;
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

    private final Map<String, Market> markets = new TreeMap<>();
    private final Desk desk;
    private final FillRules rules;
    private final Matching matching;
    private final ExchangeListener listener;
    private final Closing closing;
    private final Resuming resuming;

    public Floor(ExchangeState state, Desk desk, FillRules rules, Matching matching, ExchangeListener listener) {
        this.desk = desk;
        this.rules = rules;
        this.matching = matching;
        this.listener = listener;
        this.closing = new Closing(desk, matching);
        this.resuming = new Resuming(state, rules);
    }

    /**
     * Takes up the market of {@code instrument} where it was at the last journaled change: what it traded through since then still has to
     * fill what rests.
     *
     * @param resumeAt market milliseconds played then
     */
    public void list(Instrument instrument, long cycleMillis, long resumeAt) {
        Market market = resuming.market(instrument, cycleMillis, resumeAt);
        markets.put(market.listing().symbol(), market);
        reopen(market);
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
        for (Market market : markets.values()) {
            market.playback().ifPresent(playback -> playback.advance(elapsed, new Walk(market)));
            market.flow().ifPresent(walk -> {
                walk.advance(elapsed, stage(market, walk));
                if (market.isHeld()) {
                    visit(market, market.price(), false);
                }
            });
        }
    }

    private FlowStage stage(Market market, FlowWalk walk) {
        return new FlowStage(closing, matching, desk, listener, market, walk);
    }

    /** A transaction in {@code market} for {@code orders} more orders. */
    public Transaction begin(Market market, long orders) {
        return closing.begin(market, orders);
    }

    /** Draws the consequences of what {@code transaction} traded, keeps it and tells of it. */
    public void conclude(Market market, Transaction transaction) {
        closing.conclude(market, transaction);
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
        if (!market.isBook()) {
            visit(market, market.price(), true);
        }
        reopen(market);
    }

    /** Accounts and flow have not met while a price was held, or nobody was here. */
    private void reopen(Market market) {
        market.flow().filter(any -> market.isBook()).ifPresent(walk -> {
            stage(market, walk).reopen();
            closing.touchLastPrice(market);
        });
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
        List<Order> waiting = new ArrayList<>(market.book().touched(price));
        waiting.addAll(market.book().tradedThrough(price));
        Transaction transaction = closing.begin(market, waiting.size());
        new Crossing(matching, rules, market, transaction, price, opening).run(waiting);
        market.book().trailing().forEach(order -> transaction.follow(transaction.current(order), price));
        closing.conclude(market, transaction);
        market.met(price);
        market.tape().add(desk.print(market.listing(), price, transaction.now()));
    }
}
