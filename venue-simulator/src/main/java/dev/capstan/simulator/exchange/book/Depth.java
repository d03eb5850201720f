package dev.capstan.simulator.exchange.book;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * A book by price, best first; numbers in hundred-millionths.
 *
 * @param updateId larger for every later state that differs
 */
public record Depth(String symbol, long updateId, NavigableMap<Long, Long> bids, NavigableMap<Long, Long> asks) {

    public Optional<Map.Entry<Long, Long>> bestBid() {
        return Optional.ofNullable(bids.firstEntry());
    }

    public Optional<Map.Entry<Long, Long>> bestAsk() {
        return Optional.ofNullable(asks.firstEntry());
    }

    boolean looksLike(Depth other) {
        return List.copyOf(bids.entrySet()).equals(List.copyOf(other.bids.entrySet()))
                && List.copyOf(asks.entrySet()).equals(List.copyOf(other.asks.entrySet()));
    }
}
