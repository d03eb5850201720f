package dev.capstan.contracts.value;

/** Direction of an order or a fill (FIX 54). */
public enum Side {
    BUY,
    SELL;

    /** +1 for a buy, -1 for a sell: what a fill adds to a position. */
    public int sign() {
        return this == BUY ? 1 : -1;
    }

    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }
}
