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
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The venue itself, without a protocol: accounts, orders, balances and the markets they trade on. One lock makes every command happen at
 * one moment: it checks everything before it changes anything, and what it changes goes through the {@link Desk}.
 */
public final class Exchange {

    private final ReentrantLock lock = new ReentrantLock(true);
    private final VenueClock clock;
    private final ExchangeState state;
    private final MarketClock marketClock;
    private final Desk desk;
    private final Floor floor;
    private final Placement placement;

    /**
     * @param state what the journal says
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
        FillRules rules = FillRules.standard();
        this.state = state;
        this.clock = clock;
        this.marketClock = marketClock;
        this.desk = new Desk(state, log, clock, listener);
        this.floor = new Floor(state, desk, rules, listener);
        this.placement = new Placement(rules, limits);
        if (!state.clock().equals(Optional.of(marketClock))) {
            desk.start(marketClock);
        }
        long resumeAt = marketClock.elapsedAt(state.lastAt() / 1_000L);
        instruments.forEach(instrument -> floor.list(instrument, cycleMillis, resumeAt));
    }

    public List<Listing> listings() {
        return floor.markets().stream().map(Market::listing).toList();
    }

    public Optional<Listing> listing(String symbol) {
        return floor.find(symbol).map(Market::listing);
    }

    public Optional<MarketView> market(String symbol) {
        return locked(() -> floor.find(symbol).map(Exchange::view));
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
        return locked(() -> state.byApiKey(apiKey).orElseGet(() -> desk.open(apiKey, secretKey, balances)));
    }

    /** Checks {@code request} as {@link #place} would, and leaves it at that. */
    public void check(Account account, OrderRequest request) {
        run(() -> placement.check(account, floor.market(request.symbol()), request, clock.millis()));
    }

    /**
     * Places an order.
     *
     * @throws RefusedException when the venue would not take it
     */
    public Placed place(Account account, OrderRequest request, RequestWindow window) {
        return locked(() -> {
            window.check(clock.micros());
            Market market = floor.market(request.symbol());
            placement.check(account, market, request, clock.millis());
            Transaction transaction = desk.begin(1);
            Order order = placement.place(transaction, account, market, request);
            account.orderCount().placed(clock.millis());
            desk.commit(transaction);
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
            return cancel(key.symbol(), List.of(order), () -> cancelId).getFirst();
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
            return cancel(symbol, open, cancelIds);
        });
    }

    private List<Canceled> cancel(String symbol, List<Order> open, Supplier<String> cancelIds) {
        Listing listing = floor.market(symbol).listing();
        Transaction transaction = desk.begin(0);
        List<Canceled> canceled = new ArrayList<>();
        for (Order order : open) {
            String cancelId = cancelIds.get();
            canceled.add(new Canceled(transaction.cancel(listing, order, cancelId), cancelId));
        }
        desk.commit(transaction);
        return canceled;
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

    /** Orders without any fill that the account placed lately. */
    public OrderUsage orderUsage(Account account) {
        return locked(() -> account.orderCount().usage(clock.millis()));
    }

    /** How the market plays. */
    public MarketClock marketClock() {
        return marketClock;
    }

    /** Lets every market go on to now. */
    public void play() {
        run(() -> floor.play(marketClock.elapsedAt(clock.wallMicros() / 1_000L)));
    }

    /** Moves the price of {@code symbol} and holds it there, with {@code volume} to trade against. */
    public void hold(String symbol, long price, BarVolume volume) {
        run(() -> floor.hold(symbol, price, volume));
    }

    /** Lets the market of {@code symbol} play again. */
    public void release(String symbol) {
        run(() -> floor.release(symbol));
    }

    private static Collection<OrderHistory> histories(Account account, @Nullable String symbol) {
        return symbol == null ? account.histories() : List.of(account.history(symbol));
    }

    private void run(Runnable command) {
        lock.lock();
        try {
            command.run();
        } finally {
            lock.unlock();
        }
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
