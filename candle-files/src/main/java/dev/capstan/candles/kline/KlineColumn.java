package dev.capstan.candles.kline;

/** The columns of a kline file, in their order. */
public enum KlineColumn {
    OPEN_TIME(0, "open_time"),
    OPEN(1, "open"),
    HIGH(2, "high"),
    LOW(3, "low"),
    CLOSE(4, "close"),
    VOLUME(5, "volume"),
    CLOSE_TIME(6, "close_time"),
    QUOTE_VOLUME(7, "quote_volume"),
    COUNT(8, "count"),
    TAKER_BUY_VOLUME(9, "taker_buy_volume"),
    TAKER_BUY_QUOTE_VOLUME(10, "taker_buy_quote_volume"),
    IGNORE(11, "ignore");

    private final int index;
    private final String text;

    KlineColumn(int index, String text) {
        this.index = index;
        this.text = text;
    }

    /** Its place in a row, from 0. */
    int index() {
        return index;
    }

    /** Its name in the first row. */
    public String text() {
        return text;
    }
}
