package dev.capstan.simulator.exchange.state;

import dev.capstan.contracts.value.Side;
import dev.capstan.simulator.exchange.account.Balance;
import dev.capstan.simulator.exchange.order.Order;
import dev.capstan.simulator.exchange.order.Trade;
import dev.capstan.simulator.market.Listing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The balances that a transaction is about to change, by account. */
public final class Wallets {

    private final ExchangeState state;
    private final Listing listing;
    private final Map<Long, Map<String, Balance>> touched = new LinkedHashMap<>();

    Wallets(ExchangeState state, Listing listing) {
        this.state = state;
        this.listing = listing;
    }

    Map<Long, Map<String, Balance>> touched() {
        return touched;
    }

    /** What {@code order} would be paid with and nothing is locked for. */
    public long free(Order order) {
        return balance(order.uid(), assetOf(order)).free();
    }

    /** Sets {@code amount} aside for {@code order}, or gives it back when negative. */
    void lock(Order order, long amount) {
        if (amount != 0) {
            put(order.uid(), balance(order.uid(), assetOf(order)).lock(amount));
        }
    }

    void settle(Trade trade) {
        boolean buy = trade.side() == Side.BUY;
        long base = buy ? trade.quantity() - trade.commission() : -trade.quantity();
        long quote = buy ? -trade.quote() : trade.quote() - trade.commission();
        put(trade.uid(), balance(trade.uid(), listing.baseAsset()).plusFree(base));
        put(trade.uid(), balance(trade.uid(), listing.quoteAsset()).plusFree(quote));
    }

    List<StateChange.AccountBalance> changes() {
        List<StateChange.AccountBalance> changes = new ArrayList<>();
        touched.forEach((uid, byAsset) ->
                byAsset.values().forEach(balance -> changes.add(new StateChange.AccountBalance(uid, balance))));
        return changes;
    }

    private String assetOf(Order order) {
        return order.side() == Side.BUY ? listing.quoteAsset() : listing.baseAsset();
    }

    private Balance balance(long uid, String asset) {
        Balance changed = touched.getOrDefault(uid, Map.of()).get(asset);
        return changed != null ? changed : state.account(uid).balance(asset);
    }

    private void put(long uid, Balance balance) {
        touched.computeIfAbsent(uid, any -> new LinkedHashMap<>()).put(balance.asset(), balance);
    }
}
