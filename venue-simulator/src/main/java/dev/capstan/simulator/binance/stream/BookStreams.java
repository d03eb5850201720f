package dev.capstan.simulator.binance.stream;

import dev.capstan.simulator.binance.protocol.DepthJson;
import dev.capstan.simulator.exchange.Exchange;
import dev.capstan.simulator.exchange.book.Depth;
import dev.capstan.simulator.exchange.state.VenueClock;
import dev.capstan.simulator.market.Listing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sends the books and what changes in them, looked at every 100 ms, the venue's own fastest rhythm. It looks at a book also while nobody
 * listens: the first change a new listener gets begins at or before any snapshot it can have asked for.
 */
public final class BookStreams {

    private static final int SLOW = 10;

    private final MarketStreams streams;
    private final Exchange exchange;
    private final VenueClock clock;
    private final Map<String, Depth> seenFast = new HashMap<>();
    private final Map<String, Depth> seenSlowly = new HashMap<>();
    private long ticks;

    /** To be made before anybody can ask for a book. */
    public BookStreams(MarketStreams streams, Exchange exchange, VenueClock clock) {
        this.streams = streams;
        this.exchange = exchange;
        this.clock = clock;
        exchange.listings()
                .forEach(listing -> exchange.depth(listing.symbol()).ifPresent(depth -> {
                    seenFast.put(depth.symbol(), depth);
                    seenSlowly.put(depth.symbol(), depth);
                }));
    }

    /** To be called every 100 ms. */
    public synchronized void tick() {
        ticks++;
        List<StreamName> listened =
                streams.listened().stream().filter(StreamName::isOfTheBook).toList();
        for (Listing listing : exchange.listings()) {
            exchange.depth(listing.symbol()).ifPresent(depth -> {
                look(listened, depth, seenFast, true);
                if (ticks % SLOW == 0) {
                    look(listened, depth, seenSlowly, false);
                }
            });
        }
    }

    private void look(List<StreamName> listened, Depth depth, Map<String, Depth> seen, boolean fast) {
        Depth before = seen.getOrDefault(depth.symbol(), depth);
        seen.put(depth.symbol(), depth);
        listened.stream()
                .filter(stream -> stream.fast() == fast && stream.symbol().equals(depth.symbol()))
                .forEach(stream -> send(stream, before, depth));
    }

    private void send(StreamName stream, Depth before, Depth depth) {
        boolean changed = before.updateId() != depth.updateId();
        switch (stream.kind()) {
            case PARTIAL_DEPTH -> streams.publish(stream, any -> DepthJson.snapshot(depth, stream.levels()));
            case DEPTH -> {
                if (changed) {
                    sendDifference(stream, before, depth);
                }
            }
            case BOOK_TICKER -> {
                if (changed && !sameTop(before, depth)) {
                    streams.publish(stream, any -> DepthJson.topEvent(depth));
                }
            }
            case TRADE, AGGREGATE_TRADE, KLINE, DAY, SHORT_DAY, AVERAGE_PRICE ->
                throw new IllegalStateException("expected a stream of the book, got " + stream.name());
        }
    }

    private void sendDifference(StreamName stream, Depth before, Depth depth) {
        List<Depth> path = exchange.depthsSince(stream.symbol(), before.updateId()).stream()
                .filter(each -> each.updateId() <= depth.updateId())
                .toList();
        streams.publish(stream, times -> DepthJson.difference(before, path, clock.micros(), times));
    }

    private static boolean sameTop(Depth before, Depth depth) {
        return before.bestBid().equals(depth.bestBid()) && before.bestAsk().equals(depth.bestAsk());
    }
}
