package dev.capstan.simulator.exchange.account;

import dev.capstan.simulator.exchange.order.ListKey;
import dev.capstan.simulator.exchange.order.OrderList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All order lists of one account, by their ids. */
public final class ListHistory {

    private final TreeMap<Long, OrderList> lists = new TreeMap<>();
    private final TreeMap<Long, OrderList> open = new TreeMap<>();
    private final Map<String, Long> latestByClientId = new HashMap<>();

    public void put(OrderList list) {
        if (lists.put(list.id(), list) == null) {
            latestByClientId.put(list.clientListId(), list.id());
        }
        if (list.done()) {
            open.remove(list.id());
        } else {
            open.put(list.id(), list);
        }
    }

    public Optional<OrderList> find(ListKey key) {
        Long id = key.listId() != null ? key.listId() : latestByClientId.get(String.valueOf(key.clientListId()));
        return Optional.ofNullable(id)
                .map(lists::get)
                .filter(list -> key.clientListId() == null || key.clientListId().equals(list.clientListId()));
    }

    public List<OrderList> all() {
        return new ArrayList<>(lists.values());
    }

    public List<OrderList> open() {
        return new ArrayList<>(open.values());
    }

    /** How many lists in {@code symbol} are open. */
    public int openIn(String symbol) {
        return (int) open.values().stream()
                .filter(list -> list.symbol().equals(symbol))
                .count();
    }
}
