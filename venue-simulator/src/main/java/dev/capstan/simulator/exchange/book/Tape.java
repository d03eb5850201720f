package dev.capstan.simulator.exchange.book;

import dev.capstan.simulator.exchange.report.MarketTrade;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The last trades of one instrument, as far as this run has seen them: the tape is not journaled. */
public final class Tape {

    private static final int LENGTH = 1_000;

    private final Deque<MarketTrade> trades = new ArrayDeque<>();

    public void add(MarketTrade trade) {
        if (trades.size() == LENGTH) {
            trades.removeFirst();
        }
        trades.addLast(trade);
    }

    /** The last {@code limit} of them, oldest first. */
    public List<MarketTrade> last(int limit) {
        List<MarketTrade> all = new ArrayList<>(trades);
        return all.subList(Math.max(0, all.size() - limit), all.size());
    }
}
