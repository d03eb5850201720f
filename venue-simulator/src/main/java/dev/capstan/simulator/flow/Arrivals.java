package dev.capstan.simulator.flow;

import dev.capstan.contracts.value.Side;

/** Lets what the flow intends meet the book: the best price first, at one price whoever came first. */
public final class Arrivals {

    private final FlowBook book;
    private final Counterparties others;

    public Arrivals(FlowBook book, Counterparties others) {
        this.book = book;
        this.others = others;
    }

    /** Does what {@code intent} says. */
    public void meet(Intent intent) {
        switch (intent) {
            case Intent.Quote quote -> meet(quote);
            case Intent.Withdraw withdraw -> takeBack(withdraw.side(), withdraw.place());
            case Intent.Take take -> take(take.side(), 0, take.quantity());
        }
    }

    private void meet(Intent.Quote quote) {
        takeBack(quote.side(), quote.place());
        long left = take(quote.side(), quote.price(), quote.quantity());
        if (left > 0) {
            book.put(quote.side(), quote.place(), quote.price(), left, others.now());
        }
    }

    /** Orders of the flow that would have met somebody had he been there arrive once more: he was hidden from it, or it from him. */
    public void meetAgain() {
        for (Side side : Side.values()) {
            FlowSide mine = book.side(side);
            for (int place = mine.best(); place >= 0 && crosses(side, mine.price(place)); place = mine.best()) {
                meet(new Intent.Quote(side, place, mine.price(place), mine.leaves(place)));
            }
        }
    }

    private boolean crosses(Side side, long price) {
        long other = others.bestPrice(side.opposite());
        return other != 0 && isWithin(side, other, price);
    }

    private void takeBack(Side side, int place) {
        FlowSide mine = book.side(side);
        mine.reduce(place, mine.leaves(place));
    }

    /** Takes up to {@code wanted} no worse than {@code limit}, 0 for any price; returns what it did not get. */
    private long take(Side side, long limit, long wanted) {
        Side resting = side.opposite();
        FlowSide flow = book.side(resting);
        long left = wanted;
        while (left > 0) {
            int place = flow.best();
            long price = place < 0 ? 0 : flow.price(place);
            long other = others.bestPrice(resting);
            boolean isOthers = other != 0 && (place < 0 || isOthersTurn(side, other, flow, place));
            long best = isOthers ? other : price;
            if (best == 0 || (limit != 0 && !isWithin(side, best, limit))) {
                return left;
            }
            left -= isOthers
                    ? others.fill(resting, left)
                    : trade(flow, place, Math.min(left, flow.leaves(place)), side);
        }
        return 0;
    }

    private boolean isOthersTurn(Side taker, long other, FlowSide flow, int place) {
        long price = flow.price(place);
        return other == price ? others.bestSince(taker.opposite()) <= flow.since(place) : isWithin(taker, other, price);
    }

    private long trade(FlowSide flow, int place, long quantity, Side taker) {
        flow.reduce(place, quantity);
        others.traded(flow.price(place), quantity, taker == Side.SELL);
        return quantity;
    }

    /** Whether a taker with this {@code limit} would have {@code price}. */
    private static boolean isWithin(Side taker, long price, long limit) {
        return taker == Side.BUY ? price <= limit : price >= limit;
    }
}
