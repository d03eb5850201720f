package dev.capstan.simulator.exchange.state;

import dev.capstan.simulator.exchange.order.Amendment;
import dev.capstan.simulator.exchange.order.Order;
import dev.capstan.simulator.exchange.order.OrderList;
import dev.capstan.simulator.exchange.order.Trade;
import dev.capstan.simulator.exchange.state.StateChange.AccountBalance;
import dev.capstan.simulator.exchange.state.StateChange.Counters;
import dev.capstan.simulator.exchange.state.StateChange.Held;
import dev.capstan.simulator.exchange.state.StateChange.KeptCandle;
import dev.capstan.simulator.exchange.state.StateChange.NewAccount;
import dev.capstan.simulator.exchange.state.StateChange.NewKey;
import dev.capstan.simulator.market.MarketClock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link StateChange} in the making: of nothing but the counters, until more is named. */
final class StateDraft {

    private final long at;
    private final Counters counters;
    private List<Order> orders = List.of();
    private List<Trade> trades = List.of();
    private List<AccountBalance> balances = List.of();
    private List<NewAccount> accounts = List.of();
    private List<Held> held = List.of();
    private @Nullable MarketClock clock;
    private List<OrderList> lists = List.of();
    private List<NewKey> keys = List.of();
    private List<KeptCandle> candles = List.of();
    private List<Amendment> amendments = List.of();

    /**
     * Begins one.
     *
     * @param at the real time in microseconds
     */
    StateDraft(long at, Counters counters) {
        this.at = at;
        this.counters = counters;
    }

    StateDraft orders(List<Order> changed) {
        orders = List.copyOf(changed);
        return this;
    }

    StateDraft trades(List<Trade> changed) {
        trades = List.copyOf(changed);
        return this;
    }

    StateDraft balances(List<AccountBalance> changed) {
        balances = List.copyOf(changed);
        return this;
    }

    StateDraft lists(List<OrderList> changed) {
        lists = List.copyOf(changed);
        return this;
    }

    StateDraft amendments(List<Amendment> changed) {
        amendments = List.copyOf(changed);
        return this;
    }

    StateDraft account(NewAccount account) {
        accounts = List.of(account);
        return this;
    }

    StateDraft held(Held price) {
        held = List.of(price);
        return this;
    }

    StateDraft key(NewKey key) {
        keys = List.of(key);
        return this;
    }

    StateDraft candle(KeptCandle candle) {
        candles = List.of(candle);
        return this;
    }

    StateDraft clock(MarketClock market) {
        clock = market;
        return this;
    }

    StateChange change() {
        return new StateChange(
                at, counters, orders, trades, balances, accounts, held, clock, lists, keys, candles, amendments);
    }
}
