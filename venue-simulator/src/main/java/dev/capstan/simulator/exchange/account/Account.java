package dev.capstan.simulator.exchange.account;

import dev.capstan.simulator.exchange.order.Order;
import dev.capstan.simulator.exchange.order.OrderKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A client of the venue: its key, what it has and all it ever ordered. Guarded by the exchange's lock. */
public final class Account {

    private final long uid;
    private final String apiKey;
    private final String secretKey;
    private final Map<String, Balance> balances = new TreeMap<>();
    private final Map<String, OrderHistory> histories = new TreeMap<>();
    private final ListHistory lists = new ListHistory();
    private final OrderCount orderCount = new OrderCount();

    public Account(long uid, String apiKey, String secretKey) {
        this.uid = uid;
        this.apiKey = apiKey;
        this.secretKey = secretKey;
    }

    public long uid() {
        return uid;
    }

    public String apiKey() {
        return apiKey;
    }

    public String secretKey() {
        return secretKey;
    }

    public OrderCount orderCount() {
        return orderCount;
    }

    public Balance balance(String asset) {
        return balances.getOrDefault(asset, new Balance(asset, 0, 0));
    }

    public void put(Balance balance) {
        balances.put(balance.asset(), balance);
    }

    public List<Balance> balances() {
        return new ArrayList<>(balances.values());
    }

    /** Orders and trades in {@code symbol}, made when first asked for. */
    public OrderHistory history(String symbol) {
        return histories.computeIfAbsent(symbol, any -> new OrderHistory());
    }

    public Collection<OrderHistory> histories() {
        return histories.values();
    }

    /** Its open orders in all instruments. */
    public List<Order> open() {
        return histories.values().stream()
                .flatMap(history -> history.open().stream())
                .toList();
    }

    public ListHistory lists() {
        return lists;
    }

    public Optional<Order> find(OrderKey key) {
        OrderHistory history = history(key.symbol());
        if (key.orderId() == null) {
            return Optional.ofNullable(key.clientOrderId()).flatMap(history::byClientOrderId);
        }
        return history.byId(key.orderId())
                .filter(order ->
                        key.clientOrderId() == null || key.clientOrderId().equals(order.clientOrderId()));
    }
}
