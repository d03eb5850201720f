package dev.capstan.simulator.exchange;

import dev.capstan.simulator.exchange.account.Account;
import dev.capstan.simulator.exchange.account.ApiKey;
import dev.capstan.simulator.exchange.book.Depth;
import dev.capstan.simulator.exchange.book.Market;
import dev.capstan.simulator.exchange.book.MarketView;
import dev.capstan.simulator.exchange.command.Refusal;
import dev.capstan.simulator.exchange.command.RefusedException;
import dev.capstan.simulator.exchange.matching.Floor;
import dev.capstan.simulator.exchange.matching.Matching;
import dev.capstan.simulator.exchange.placing.OrderLimits;
import dev.capstan.simulator.exchange.report.ExchangeListener;
import dev.capstan.simulator.exchange.report.MarketTrade;
import dev.capstan.simulator.exchange.state.Desk;
import dev.capstan.simulator.exchange.state.ExchangeState;
import dev.capstan.simulator.exchange.state.StateLog;
import dev.capstan.simulator.exchange.state.VenueClock;
import dev.capstan.simulator.market.Instrument;
import dev.capstan.simulator.market.Listing;
import dev.capstan.simulator.market.MarketClock;
import dev.capstan.trading.fill.BarVolume;
import dev.capstan.trading.fill.FillRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The venue itself, without a protocol: its accounts and the markets they trade on. {@link Trading} is what accounts can do, {@link Ledger}
 * what they have. One lock makes every command happen at one moment; what it changes goes through the {@link Desk}.
 */
public final class Exchange {

    private final ExchangeLock lock = new ExchangeLock();
    private final VenueClock clock;
    private final ExchangeState state;
    private final OneLine line;
    private final Desk desk;
    private final Floor floor;
    private final Trading trading;
    private final Ledger ledger;

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
        Matching matching = new Matching(rules);
        this.state = state;
        this.clock = clock;
        this.line = new OneLine(log, listener);
        this.desk = new Desk(state, line, clock, line);
        this.floor = new Floor(state, desk, rules, matching, line);
        this.trading = new Trading(lock, clock, desk, floor, matching, limits);
        this.ledger = new Ledger(lock, clock);
        if (!state.clock().equals(Optional.of(marketClock))) {
            desk.start(marketClock);
        }
        long resumeAt = marketClock.elapsedAt(state.lastAt() / 1_000L);
        instruments.forEach(instrument -> floor.list(instrument, cycleMillis, resumeAt));
    }

    public Trading trading() {
        return trading;
    }

    public Ledger ledger() {
        return ledger;
    }

    public List<Listing> listings() {
        return floor.markets().stream().map(Market::listing).toList();
    }

    public Optional<Listing> listing(String symbol) {
        return floor.find(symbol).map(Market::listing);
    }

    public Optional<MarketView> market(String symbol) {
        return lock.get(() -> floor.find(symbol).map(Market::view));
    }

    /** The book of {@code symbol} now. */
    public Optional<Depth> depth(String symbol) {
        return lock.get(() -> floor.find(symbol).map(this::depth));
    }

    /** The states of the book of {@code symbol} that anybody saw after {@code updateId}, oldest first; the last one is the book now. */
    public List<Depth> depthsSince(String symbol, long updateId) {
        return lock.get(() -> {
            Market market = floor.market(symbol);
            depth(market);
            return market.depth().since(updateId);
        });
    }

    private Depth depth(Market market) {
        return market.depth().at(market, clock.wallMicros());
    }

    /** The last {@code limit} trades in {@code symbol} that were printed since the start, oldest first. */
    public List<MarketTrade> lastTrades(String symbol, int limit) {
        return lock.get(() -> floor.market(symbol).tape().last(limit));
    }

    public Optional<Account> account(String apiKey) {
        return lock.get(() -> state.byApiKey(apiKey));
    }

    /** Opens an account; one that is there already stays as it is. */
    public Account open(String apiKey, String secretKey, Map<String, Long> balances) {
        return lock.get(() -> state.byApiKey(apiKey).orElseGet(() -> desk.open(apiKey, secretKey, balances)));
    }

    public Optional<ApiKey> key(String apiKey) {
        return lock.get(() -> state.key(apiKey));
    }

    /** Gives {@code account} another key; one of that name that is there already stays as it is. */
    public ApiKey register(Account account, String apiKey, String publicKey) {
        return lock.get(() -> {
            if (state.key(apiKey).isEmpty()) {
                desk.register(account, apiKey, publicKey);
            }
            return state.key(apiKey).orElseThrow();
        });
    }

    /**
     * Moves {@code amount} of {@code asset} into the account from outside, or out of it when negative.
     *
     * @throws RefusedException when more is to go than is free
     */
    public void transfer(Account account, String asset, long amount) {
        lock.run(() -> {
            if (account.balance(asset).free() + amount < 0) {
                throw new RefusedException(Refusal.INSUFFICIENT_BALANCE, asset);
            }
            desk.transfer(account, asset, amount);
        });
    }

    /** How the market plays. */
    public MarketClock marketClock() {
        return lock.get(() -> state.clock().orElseThrow());
    }

    /** Market milliseconds played by now. */
    public long elapsed() {
        return marketClock().elapsedAt(clock.wallMicros() / 1_000L);
    }

    /** Lets every market go on to now. */
    public void play() {
        lock.run(() -> {
            line.write();
            floor.play(elapsed());
        });
    }

    /** The market's steps; empty where the clock moves it. */
    public Optional<Steps> steps() {
        return marketClock().isStepped() ? Optional.of(new Steps(lock, state, line, desk, floor)) : Optional.empty();
    }

    /** Moves the price of {@code symbol} and holds it there, with {@code volume} to trade against. */
    public void hold(String symbol, long price, BarVolume volume) {
        lock.run(() -> floor.hold(symbol, price, volume));
    }

    /** Lets the market of {@code symbol} play again. */
    public void release(String symbol) {
        lock.run(() -> floor.release(symbol));
    }
}
