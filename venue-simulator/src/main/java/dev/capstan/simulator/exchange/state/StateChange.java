package dev.capstan.simulator.exchange.state;

import dev.capstan.simulator.exchange.account.Balance;
import dev.capstan.simulator.exchange.order.Amendment;
import dev.capstan.simulator.exchange.order.Order;
import dev.capstan.simulator.exchange.order.OrderList;
import dev.capstan.simulator.exchange.order.Trade;
import dev.capstan.simulator.market.Candle;
import dev.capstan.simulator.market.MarketClock;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that one command changed, as it stands afterwards: one line of the journal, so that it is kept whole or not at all. Applying a line
 * twice changes nothing. {@link StateDraft} makes it.
 *
 * @param at the real time in microseconds
 * @param counters the next ids
 */
public record StateChange(
        long at,
        Counters counters,
        List<Order> orders,
        List<Trade> trades,
        List<AccountBalance> balances,
        List<NewAccount> accounts,
        List<Held> held,
        @Nullable MarketClock clock,
        List<OrderList> lists,
        List<NewKey> keys,
        List<KeptCandle> candles,
        List<Amendment> amendments) {

    public StateChange {
        orders = orEmpty(orders);
        trades = orEmpty(trades);
        balances = orEmpty(balances);
        accounts = orEmpty(accounts);
        held = orEmpty(held);
        lists = orEmpty(lists);
        keys = orEmpty(keys);
        candles = orEmpty(candles);
        amendments = orEmpty(amendments);
    }

    /** Many changes as one; {@code changes} are in the order they happened. */
    public static StateChange of(List<StateChange> changes) {
        StateChange last = changes.getLast();
        return new StateChange(
                last.at,
                last.counters,
                all(changes, StateChange::orders),
                all(changes, StateChange::trades),
                all(changes, StateChange::balances),
                all(changes, StateChange::accounts),
                all(changes, StateChange::held),
                changes.reversed().stream()
                        .map(StateChange::clock)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                all(changes, StateChange::lists),
                all(changes, StateChange::keys),
                all(changes, StateChange::candles),
                all(changes, StateChange::amendments));
    }

    private static <T> List<T> all(List<StateChange> changes, Function<StateChange, List<T>> part) {
        return changes.stream().map(part).flatMap(List::stream).toList();
    }

    /** The next numbers to give out. */
    public record Counters(long order, long execution, long trade, long account, long list) {

        public Counters {
            // A journal from before there were lists leaves it out.
            list = Math.max(1, list);
        }
    }

    /** A balance and whose it is. */
    public record AccountBalance(long uid, Balance balance) {}

    /** An account that was opened. */
    public record NewAccount(long uid, String apiKey, String secretKey) {}

    /** Another key of an account, whose signatures are checked with {@code publicKey}. */
    public record NewKey(long uid, String apiKey, String publicKey) {}

    /** A price held by hand; 0 when it was let go. */
    public record Held(String symbol, long price) {}

    /** A candle of a generated market in which accounts traded: nothing else knows it. */
    public record KeptCandle(String symbol, long index, Candle candle) {}

    // Jackson passes null for a list that a line leaves out.
    @SuppressWarnings("NullAway")
    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
