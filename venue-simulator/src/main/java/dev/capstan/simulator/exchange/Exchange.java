package dev.capstan.simulator.exchange;

import dev.capstan.simulator.market.Instrument;
import dev.capstan.simulator.market.Listing;
import dev.capstan.simulator.market.MarketClock;
import dev.capstan.simulator.market.Playback;
import dev.capstan.trading.fill.BarVolume;
import dev.capstan.trading.fill.FillRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The venue itself, without a protocol: accounts, orders, balances and the markets they trade on.
 *
 * <p>One lock makes every command happen at one moment. A command checks, builds its {@link Transaction}, journals it, applies it and tells
 * the listener, in this order; so what anybody was told is in the journal, and a crash in between leaves a change nobody heard of.
 */
public final class Exchange {

    private final ReentrantLock lock = new ReentrantLock(true);
    private final VenueClock clock;
    private final ExchangeState state;
    private final StateLog log;
    private final ExchangeListener listener;
    private final MarketClock marketClock;
    private final Ids ids;
    private final FillRules rules = FillRules.standard();
    private final Placement placement;
    private final Map<String, Market> markets = new TreeMap<>();

    /**
     * @param marketClock how the market plays from now on
     * @param cycleMillis market milliseconds after which it starts again; {@link Long#MAX_VALUE} for never
     */
    public Exchange(
            ExchangeState state,
            StateLog log,
            VenueClock clock,
            MarketClock marketClock,
            List<Instrument> instruments,
            long cycleMillis,
            OrderLimits limits,
            ExchangeListener listener) {
        this.state = state;
        this.log = log;
        this.clock = clock;
        this.marketClock = marketClock;
        this.listener = listener;
        this.ids = new Ids(state.counters());
        this.placement = new Placement(rules, limits);
        if (!state.clock().equals(Optional.of(marketClock))) {
            append(new StateChange(
                    clock.wallMicros(),
                    ids.counters(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    marketClock));
        }
        instruments.forEach(instrument -> list(instrument, cycleMillis));
    }

    private void list(Instrument instrument, long cycleMillis) {
        String symbol = instrument.listing().symbol();
        // Where the last journaled change happened: what traded through since then still has to fill what rests.
        long resumeAt = marketClock.elapsedAt(state.lastAt() / 1_000L);
        Playback playback = new Playback(instrument.listing(), instrument.series(), rules, cycleMillis, resumeAt);
        playback.volume().take(state.taken(symbol, playback.barNumber()), 1);
        Market market = new Market(playback);
        if (state.heldPrice(symbol) != 0) {
            market.hold(state.heldPrice(symbol), BarVolume.unlimited());
        }
        markets.put(symbol, market);
    }

    public List<Listing> listings() {
        return markets.values().stream().map(Market::listing).toList();
    }

    public Optional<Listing> listing(String symbol) {
        return Optional.ofNullable(markets.get(symbol)).map(Market::listing);
    }

    public Optional<MarketView> market(String symbol) {
        return locked(() -> Optional.ofNullable(markets.get(symbol)).map(Exchange::view));
    }

    private static MarketView view(Market market) {
        Playback playback = market.playback();
        return new MarketView(market.listing(), playback.series(), playback.position(), market.price());
    }

    public Optional<Account> account(String apiKey) {
        return locked(() -> state.byApiKey(apiKey));
    }

    /** Opens an account; one that is there already stays as it is. */
    public Account open(String apiKey, String secretKey, Map<String, Long> balances) {
        return locked(() -> state.byApiKey(apiKey).orElseGet(() -> openNew(apiKey, secretKey, balances)));
    }

    private Account openNew(String apiKey, String secretKey, Map<String, Long> balances) {
        long uid = ids.nextAccount();
        List<StateChange.AccountBalance> opening = new ArrayList<>();
        balances.forEach(
                (asset, free) -> opening.add(new StateChange.AccountBalance(uid, new Balance(asset, free, 0))));
        StateChange.NewAccount account = new StateChange.NewAccount(uid, apiKey, secretKey);
        append(new StateChange(
                clock.wallMicros(), ids.counters(), List.of(), List.of(), opening, List.of(account), List.of(), null));
        return state.account(uid);
    }

    /** Checks {@code request} as {@link #place} would, and leaves it at that. */
    public void check(Account account, OrderRequest request) {
        locked(() -> {
            placement.check(account, known(request.symbol()), request, clock.millis());
            return true;
        });
    }

    /**
     * Places an order.
     *
     * @throws RefusedException when the venue would not take it
     */
    public Placed place(Account account, OrderRequest request, RequestWindow window) {
        return locked(() -> {
            window.check(clock.micros());
            Market market = known(request.symbol());
            placement.check(account, market, request, clock.millis());
            Transaction transaction = begin(1);
            Order order = placement.place(transaction, account, market, request);
            account.orderCount().placed(clock.millis());
            commit(transaction);
            return new Placed(order, transaction.trades());
        });
    }

    /**
     * Cancels an open order.
     *
     * @throws RefusedException when there is none, or not in the asked state
     */
    public Canceled cancel(
            Account account, OrderKey key, CancelRestriction restriction, String cancelId, RequestWindow window) {
        return locked(() -> {
            window.check(clock.micros());
            Order order = account.find(key)
                    .filter(found -> found.status().isOpen())
                    .orElseThrow(() -> new RefusedException(Refusal.UNKNOWN_ORDER, ""));
            if (!restriction.allows(order.status())) {
                throw new RefusedException(Refusal.CANCEL_RESTRICTED, "");
            }
            Transaction transaction = begin(0);
            Order canceled = transaction.cancel(known(key.symbol()).listing(), order, cancelId);
            commit(transaction);
            return new Canceled(canceled, cancelId);
        });
    }

    /** Cancels all open orders of {@code account} in {@code symbol}; refuses when there is none. */
    public List<Canceled> cancelAll(Account account, String symbol, Supplier<String> cancelIds, RequestWindow window) {
        return locked(() -> {
            window.check(clock.micros());
            List<Order> open = List.copyOf(account.history(symbol).open());
            if (open.isEmpty()) {
                throw new RefusedException(Refusal.UNKNOWN_ORDER, "");
            }
            Transaction transaction = begin(0);
            List<Canceled> canceled = new ArrayList<>();
            for (Order order : open) {
                String cancelId = cancelIds.get();
                canceled.add(new Canceled(transaction.cancel(known(symbol).listing(), order, cancelId), cancelId));
            }
            commit(transaction);
            return canceled;
        });
    }

    public Optional<Order> find(Account account, OrderKey key) {
        return locked(() -> account.find(key));
    }

    /** Open orders of {@code account}, in one symbol or in all. */
    public List<Order> open(Account account, @Nullable String symbol) {
        return locked(() -> histories(account, symbol).stream()
                .flatMap(history -> history.open().stream())
                .toList());
    }

    /** Orders of {@code account} in {@code symbol} that {@code query} picks from all of them, oldest first. */
    public List<Order> orders(Account account, String symbol, Function<List<Order>, List<Order>> query) {
        return locked(() -> List.copyOf(query.apply(account.history(symbol).orders())));
    }

    /** Trades of {@code account} in {@code symbol} that {@code query} picks from all of them, oldest first. */
    public List<Trade> trades(Account account, String symbol, Function<List<Trade>, List<Trade>> query) {
        return locked(() -> List.copyOf(query.apply(account.history(symbol).trades())));
    }

    public List<Balance> balances(Account account) {
        return locked(account::balances);
    }

    /** Orders without any fill that the account placed in the running ten seconds, and in the running day. */
    public int[] orderCounts(Account account) {
        return locked(() -> new int[] {
            account.orderCount().inTenSeconds(clock.millis()),
            account.orderCount().inDay(clock.millis())
        });
    }

    /** How the market plays. */
    public MarketClock marketClock() {
        return marketClock;
    }

    /** Lets every market go on to now. */
    public void play() {
        locked(() -> {
            long elapsed = marketClock.elapsedAt(clock.wallMicros() / 1_000L);
            markets.values().forEach(market -> market.playback().advance(elapsed, new Walk(market)));
            return true;
        });
    }

    /** Moves the price of {@code symbol} and holds it there, with {@code volume} to trade against. */
    public void hold(String symbol, long price, BarVolume volume) {
        locked(() -> {
            Market market = known(symbol);
            appendHeld(symbol, price);
            market.hold(price, volume);
            visit(market, price, false);
            return true;
        });
    }

    /** Lets the market of {@code symbol} play again. */
    public void release(String symbol) {
        locked(() -> {
            Market market = known(symbol);
            appendHeld(symbol, 0);
            market.release();
            visit(market, market.price(), true);
            return true;
        });
    }

    private void appendHeld(String symbol, long price) {
        StateChange.Held held = new StateChange.Held(symbol, price);
        append(new StateChange(
                clock.wallMicros(), ids.counters(), List.of(), List.of(), List.of(), List.of(), List.of(held), null));
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

    /** Fills what {@code price} trades through, then prints it. */
    private void visit(Market market, long price, boolean opening) {
        List<Order> through = state.book(market.listing().symbol()).tradedThrough(price);
        Transaction transaction = begin(through.size() + 1L);
        for (Order order : through) {
            long quantity =
                    market.volume().take(order.leaves(), market.listing().step());
            if (quantity > 0) {
                long at = rules.restingPrice(order.side(), order.price(), price, opening)
                        .orElseThrow();
                transaction.fill(market, order, at, quantity, true);
            }
        }
        if (!transaction.trades().isEmpty()) {
            commit(transaction);
        }
        print(market, price, transaction.now());
    }

    private void print(Market market, long price, long now) {
        Listing listing = market.listing();
        long id = ids.nextTrade();
        long lots = 1 + Math.floorMod((id * 0x9E3779B97F4A7C15L) >>> 32, 400L);
        listener.marketTrade(new MarketTrade(id, listing.symbol(), price, lots * listing.step(), now, id % 2 == 0));
    }

    private Transaction begin(long tradeIds) {
        if (ids.reserveTrades(tradeIds)) {
            append(new StateChange(
                    clock.wallMicros(), ids.counters(), List.of(), List.of(), List.of(), List.of(), List.of(), null));
        }
        return new Transaction(state, ids, clock.micros());
    }

    private void commit(Transaction transaction) {
        append(transaction.change(clock.wallMicros()));
        countFirstFills(transaction);
        transaction.reports().forEach(listener::executionReport);
        transaction
                .balances()
                .forEach((uid, balances) ->
                        listener.balancesChanged(uid, List.copyOf(balances.values()), transaction.now()));
        transaction
                .trades()
                .forEach(trade -> listener.marketTrade(new MarketTrade(
                        trade.id(), trade.symbol(), trade.price(), trade.quantity(), trade.at(), isBuyerMaker(trade))));
    }

    private static boolean isBuyerMaker(Trade trade) {
        return trade.maker() == (trade.side() == dev.capstan.contracts.value.Side.BUY);
    }

    private void countFirstFills(Transaction transaction) {
        for (Trade trade : transaction.trades()) {
            boolean first = transaction.orders().stream()
                    .anyMatch(order -> order.id() == trade.orderId() && order.executed() == trade.quantity());
            if (first) {
                state.account(trade.uid()).orderCount().firstFill(clock.millis(), trade.maker());
            }
        }
    }

    private void append(StateChange change) {
        log.append(change);
        state.apply(change);
    }

    private Market known(String symbol) {
        Market market = markets.get(symbol);
        if (market == null) {
            throw new IllegalArgumentException("expected a listed symbol, got: " + symbol);
        }
        return market;
    }

    private static Collection<OrderHistory> histories(Account account, @Nullable String symbol) {
        return symbol == null ? account.histories() : List.of(account.history(symbol));
    }

    private <T> T locked(Supplier<T> command) {
        lock.lock();
        try {
            return command.get();
        } finally {
            lock.unlock();
        }
    }
}
