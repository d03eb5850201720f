package dev.capstan.simulator.exchange.book;

import dev.capstan.contracts.value.Side;
import dev.capstan.simulator.market.Listing;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The book of an instrument as others see it: what rests of the accounts' orders, and in front of it the market that plays. The market
 * would trade with either side at one price; it is shown as an ask there and a bid a tick below, so that the book is not locked.
 */
public final class DepthBook {

    /** How long a state is remembered that somebody may have seen; longer than between two messages of any stream. */
    private static final long MEMORY_MICROS = 10_000_000L;

    private final Deque<Depth> seen = new ArrayDeque<>();

    /** The book now; {@code nowMicros} numbers it, so that numbers grow across restarts too. */
    public Depth at(Market market, Book book, long nowMicros) {
        Depth next = built(market, book, nowMicros);
        Depth last = seen.peekLast();
        if (last != null && next.looksLike(last)) {
            return last;
        }
        Depth numbered = last == null || nowMicros > last.updateId() ? next : renumbered(next, last.updateId() + 1);
        seen.addLast(numbered);
        while (seen.getFirst().updateId() < nowMicros - MEMORY_MICROS) {
            seen.removeFirst();
        }
        return numbered;
    }

    /** The states that were seen after {@code updateId}, oldest first. */
    public List<Depth> since(long updateId) {
        return seen.stream().filter(depth -> depth.updateId() > updateId).toList();
    }

    private static Depth renumbered(Depth depth, long updateId) {
        return new Depth(depth.symbol(), updateId, depth.bids(), depth.asks());
    }

    private static Depth built(Market market, Book book, long updateId) {
        NavigableMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());
        NavigableMap<Long, Long> asks = new TreeMap<>();
        book.resting().forEach(order -> {
            NavigableMap<Long, Long> side = order.side() == Side.BUY ? bids : asks;
            side.merge(order.price(), order.shown(), Long::sum);
        });
        Listing listing = market.listing();
        long available = market.volume().available(Listing.MAX_QUANTITY, listing.step());
        if (available > 0) {
            long floor = bids.isEmpty() ? 0 : bids.firstKey();
            asks.merge(Math.max(market.price(), floor + listing.tick()), available, Long::sum);
            long below = market.price() - listing.tick();
            if (below > 0) {
                bids.merge(below, available, Long::sum);
            }
        }
        return new Depth(listing.symbol(), updateId, bids, asks);
    }
}
