package dev.capstan.simulator.exchange.state;

import dev.capstan.simulator.exchange.account.Account;
import dev.capstan.simulator.exchange.account.ApiKey;
import dev.capstan.simulator.exchange.book.Book;
import dev.capstan.simulator.exchange.order.Order;
import dev.capstan.simulator.exchange.order.Trade;
import dev.capstan.simulator.market.Candle;
import dev.capstan.simulator.market.MarketClock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the journal says: accounts with their orders, trades and balances, the next ids, and how far the market has played. It changes in
 * one way only, by {@link #apply}, live and when a journal is read again, so both always come to the same.
 */
public final class ExchangeState {

    private static final StateChange.Counters FIRST = new StateChange.Counters(1, 1, 1, 1, 1);

    private final Map<String, ApiKey> keys = new LinkedHashMap<>();
    private final Map<Long, Account> accountsByUid = new HashMap<>();
    private final Map<String, Book> books = new HashMap<>();
    private final Map<String, Long> held = new HashMap<>();
    private final Map<String, TradedBar> traded = new HashMap<>();
    private final Map<String, Map<Long, Candle>> candles = new HashMap<>();
    private StateChange.Counters counters = FIRST;
    private @Nullable MarketClock clock;
    private long lastAt;

    /** The trades of accounts in the bar they traded in last. */
    private record TradedBar(long bar, List<Trade> trades) {}

    /** Takes over what {@code change} says. */
    public void apply(StateChange change) {
        lastAt = Math.max(lastAt, change.at());
        counters = change.counters();
        if (change.clock() != null) {
            play(change.clock());
        }
        change.accounts().forEach(this::open);
        change.keys().forEach(this::add);
        change.orders().forEach(this::put);
        change.lists().forEach(list -> account(list.uid()).lists().put(list));
        change.trades().forEach(this::add);
        change.amendments()
                .forEach(each -> account(each.uid()).history(each.symbol()).add(each));
        change.balances().forEach(each -> account(each.uid()).put(each.balance()));
        change.held().forEach(this::hold);
        change.candles()
                .forEach(kept -> candles.computeIfAbsent(kept.symbol(), any -> new HashMap<>())
                        .putIfAbsent(kept.index(), kept.candle()));
    }

    private void play(MarketClock market) {
        if (clock != null && !clock.epoch().equals(market.epoch())) {
            // Another market: its bars are others with the same numbers.
            traded.clear();
            candles.clear();
        }
        clock = market;
    }

    /** How the market plays; empty before the first start. */
    public Optional<MarketClock> clock() {
        return Optional.ofNullable(clock);
    }

    /** Real time of the last change, in microseconds: until then all that traded through is in here. */
    public long lastAt() {
        return lastAt;
    }

    StateChange.Counters counters() {
        return counters;
    }

    public Optional<Account> byApiKey(String apiKey) {
        return key(apiKey).map(ApiKey::account);
    }

    public Optional<ApiKey> key(String apiKey) {
        return Optional.ofNullable(keys.get(apiKey));
    }

    Account account(long uid) {
        Account account = accountsByUid.get(uid);
        if (account == null) {
            throw new IllegalStateException("expected an account with number " + uid);
        }
        return account;
    }

    public Book book(String symbol) {
        return books.computeIfAbsent(symbol, any -> new Book());
    }

    /** The price held by hand, 0 for none. */
    public long heldPrice(String symbol) {
        return held.getOrDefault(symbol, 0L);
    }

    /** The trades of accounts in {@code bar}, as long as there is none in a later one. */
    public List<Trade> tradesIn(String symbol, long bar) {
        TradedBar last = traded.get(symbol);
        return last != null && last.bar() == bar ? last.trades() : List.of();
    }

    /** The candles of {@code symbol} that are kept, by their index. */
    public Map<Long, Candle> candles(String symbol) {
        return candles.getOrDefault(symbol, Map.of());
    }

    private void open(StateChange.NewAccount opened) {
        Account account = new Account(opened.uid(), opened.apiKey(), opened.secretKey());
        keys.put(opened.apiKey(), new ApiKey(opened.apiKey(), account, opened.secretKey(), ""));
        accountsByUid.put(opened.uid(), account);
    }

    private void add(StateChange.NewKey key) {
        keys.put(key.apiKey(), new ApiKey(key.apiKey(), account(key.uid()), "", key.publicKey()));
    }

    private void put(Order order) {
        account(order.uid()).history(order.symbol()).put(order);
        book(order.symbol()).put(order);
    }

    private void add(Trade trade) {
        account(trade.uid()).history(trade.symbol()).add(trade);
        if (trade.bar() != Trade.NO_BAR) {
            TradedBar last = traded.get(trade.symbol());
            if (last == null || last.bar() != trade.bar()) {
                last = new TradedBar(trade.bar(), new ArrayList<>());
                traded.put(trade.symbol(), last);
            }
            last.trades().add(trade);
        }
    }

    private void hold(StateChange.Held price) {
        if (price.price() == 0) {
            held.remove(price.symbol());
        } else {
            held.put(price.symbol(), price.price());
        }
    }
}
