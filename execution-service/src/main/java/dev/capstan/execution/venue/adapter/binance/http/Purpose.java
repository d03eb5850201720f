package dev.capstan.execution.venue.adapter.binance.http;

/**
 * What a request is for. When the minute's budget runs short, what matters less waits first: each purpose may spend up to its share of
 * the budget, and the rest is kept for those before it.
 */
enum Purpose {
    /** A new order. */
    ORDER(100),
    CANCEL(95),
    /** The venue's rules, without which there is no trading, and its limits among them. */
    RULES(85),
    /** What somebody waits for: one order, what an account holds. */
    QUERY(85),
    /** Comparing the books: long lists, which can be read a minute later as well. */
    RECONCILIATION(70);

    private final int sharePercent;

    Purpose(int sharePercent) {
        this.sharePercent = sharePercent;
    }

    /** The most of {@code limit} that may be used when such a request goes out. */
    int shareOf(int limit) {
        return Math.toIntExact((long) limit * sharePercent / 100);
    }
}
