package dev.capstan.simulator.exchange.book;

import dev.capstan.contracts.value.Side;
import dev.capstan.simulator.flow.FlowSide;
import dev.capstan.simulator.flow.FlowWalk;
import dev.capstan.simulator.market.Listing;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The book of an instrument as others see it: what rests of the accounts' orders and of the flow's. Where candles play and no flow, the
 * market stands in front of the accounts' orders: it would trade with either side at one price, and is shown as an ask there and a bid a
 * tick below, so that the book is not locked.
 */
public final class DepthBook {

    /** How long a state is remembered that somebody may have seen; longer than between two messages of any stream. */
    private static final long MEMORY_MICROS = 10_000_000L;

    private final Deque<Depth> seen = new ArrayDeque<>();

    /** The book now; {@code nowMicros} numbers it, so that numbers grow across restarts too. */
    public Depth at(Market market, long nowMicros) {
        Depth next = built(market, nowMicros);
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

    private static Depth built(Market market, long updateId) {
        NavigableMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());
        NavigableMap<Long, Long> asks = new TreeMap<>();
        market.book().resting(Side.BUY).forEach(order -> bids.merge(order.price(), order.shown(), Long::sum));
        market.book().resting(Side.SELL).forEach(order -> asks.merge(order.price(), order.shown(), Long::sum));
        if (market.isBook()) {
            market.flow().map(FlowWalk::book).ifPresent(flow -> {
                add(flow.side(Side.BUY), bids);
                add(flow.side(Side.SELL), asks);
            });
        } else {
            addWhatPlays(market, bids, asks);
        }
        return new Depth(market.listing().symbol(), updateId, bids, asks);
    }

    private static void add(FlowSide flow, NavigableMap<Long, Long> levels) {
        for (int place = 0; place < FlowSide.PLACES; place++) {
            if (flow.leaves(place) > 0) {
                levels.merge(flow.price(place), flow.leaves(place), Long::sum);
            }
        }
    }

    private static void addWhatPlays(Market market, NavigableMap<Long, Long> bids, NavigableMap<Long, Long> asks) {
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
    }
}
