package dev.capstan.simulator.exchange.state;

import dev.capstan.simulator.exchange.account.Account;
import dev.capstan.simulator.exchange.account.Balance;
import dev.capstan.simulator.exchange.order.Trade;
import dev.capstan.simulator.exchange.report.AccountEvent;
import dev.capstan.simulator.exchange.report.ExchangeListener;
import dev.capstan.simulator.exchange.report.ExecutionReport;
import dev.capstan.simulator.exchange.report.ListReport;
import dev.capstan.simulator.exchange.report.MarketTrade;
import dev.capstan.simulator.market.Candle;
import dev.capstan.simulator.market.Listing;
import dev.capstan.simulator.market.MarketClock;
import java.util.List;
import java.util.Map;

/**
 * Where every change goes through: journaled, then applied, then told, in this order. What anybody was told is in the journal, and a crash
 * in between leaves a change that nobody heard of.
 */
public final class Desk {

    private final ExchangeState state;
    private final StateLog log;
    private final VenueClock clock;
    private final ExchangeListener listener;
    private final Ids ids;

    public Desk(ExchangeState state, StateLog log, VenueClock clock, ExchangeListener listener) {
        this.state = state;
        this.log = log;
        this.clock = clock;
        this.listener = listener;
        this.ids = new Ids(state.counters());
    }

    /** A transaction in {@code listing} that may use up to {@code tradeIds} trade ids. */
    public Transaction begin(Listing listing, long tradeIds) {
        if (ids.reserveTrades(tradeIds)) {
            append(draft());
        }
        return new Transaction(state, ids, listing, clock.micros());
    }

    public void commit(Transaction transaction) {
        List<Trade> firstFills = transaction.firstFills();
        append(transaction.changes(draft()));
        firstFills.forEach(trade -> state.account(trade.uid()).orderCount().firstFill(clock.millis(), trade.maker()));
        transaction.events().forEach(this::tell);
        transaction
                .wallets()
                .touched()
                .forEach((uid, balances) ->
                        listener.balancesChanged(uid, List.copyOf(balances.values()), transaction.now()));
        print(transaction);
    }

    /** Tells of the trades of {@code transaction} that concern no account: nothing of it is kept. */
    public void print(Transaction transaction) {
        transaction.prints().forEach(listener::marketTrade);
    }

    private void tell(AccountEvent event) {
        switch (event) {
            case ExecutionReport report -> listener.executionReport(report);
            case ListReport report -> listener.listStatus(report);
        }
    }

    /** Prints a trade of others on the tape, made up like the market itself. */
    public MarketTrade print(Listing listing, long price, long now) {
        long id = ids.nextTrade();
        long lots = 1 + Math.floorMod((id * 0x9E3779B97F4A7C15L) >>> 32, 400L);
        MarketTrade trade = new MarketTrade(id, listing.symbol(), price, lots * listing.step(), now, id % 2 == 0);
        listener.marketTrade(trade);
        return trade;
    }

    public Account open(String apiKey, String secretKey, Map<String, Long> balances) {
        long uid = ids.nextAccount();
        List<StateChange.AccountBalance> opening = balances.entrySet().stream()
                .map(entry -> new StateChange.AccountBalance(uid, new Balance(entry.getKey(), entry.getValue(), 0)))
                .toList();
        append(draft().account(new StateChange.NewAccount(uid, apiKey, secretKey))
                .balances(opening));
        return state.account(uid);
    }

    /** Puts {@code amount} of {@code asset} on the account, or takes it away when negative. */
    public void transfer(Account account, String asset, long amount) {
        Balance balance = account.balance(asset).plusFree(amount);
        append(draft().balances(List.of(new StateChange.AccountBalance(account.uid(), balance))));
        listener.transferred(account.uid(), asset, amount, clock.micros());
        listener.balancesChanged(account.uid(), List.of(balance), clock.micros());
    }

    public void register(Account account, String apiKey, String publicKey) {
        append(draft().key(new StateChange.NewKey(account.uid(), apiKey, publicKey)));
    }

    public void start(MarketClock market) {
        append(draft().clock(market));
    }

    /** Keeps the price that is held by hand from now on, 0 for none. */
    public void hold(String symbol, long price) {
        append(draft().held(new StateChange.Held(symbol, price)));
    }

    /** Keeps the candle of a minute that only this run knows. */
    public void keep(String symbol, long index, Candle candle) {
        append(draft().candle(new StateChange.KeptCandle(symbol, index, candle)));
    }

    private StateDraft draft() {
        return new StateDraft(clock.wallMicros(), ids.counters());
    }

    private void append(StateDraft draft) {
        StateChange change = draft.change();
        log.append(change);
        state.apply(change);
    }
}
