package dev.capstan.contracts.order;

/** Why we refused an order before the venue saw it. Named {@code CATEGORY_CONDITION}. */
public enum DenialReason {
    /** The instrument is not known at the account's venue. */
    INSTRUMENT_UNKNOWN("Trade an instrument that the venue lists."),
    /** The venue does not trade the instrument now. */
    INSTRUMENT_NOT_TRADING("Wait until the venue opens the instrument."),
    /** An earlier order of this account on this instrument has an unknown outcome. */
    INSTRUMENT_IN_DOUBT("Wait until the earlier order is resolved; it is being queried."),
    /** The venue does not take orders of this type on the instrument. */
    ORDER_TYPE_NOT_OFFERED("Choose one of the order types the venue offers for the instrument."),
    /** Quantity outside the venue's minimum and maximum. */
    QUANTITY_OUT_OF_RANGE("Choose a quantity inside the venue's range."),
    /** Quantity is no multiple of the venue's lot. */
    QUANTITY_NOT_ON_LOT("Round the quantity to the lot."),
    /** Limit or trigger price outside the venue's minimum and maximum, or too far from the market for the venue. */
    PRICE_OUT_OF_RANGE("Choose a price inside the venue's range."),
    /** Limit or trigger price is no multiple of the venue's tick. */
    PRICE_NOT_ON_TICK("Round the price to the tick."),
    /** Price times quantity outside the venue's range. */
    NOTIONAL_OUT_OF_RANGE("Choose a larger or smaller order."),
    /** The account does not hold enough of the asset it would give. */
    BALANCE_INSUFFICIENT("Reduce the order or add funds."),
    /** The position in the instrument would exceed its limit. */
    LIMIT_POSITION_SIZE("Reduce the order or raise the limit."),
    /** The exposure of the instrument would exceed its limit. */
    LIMIT_INSTRUMENT_EXPOSURE("Reduce the order or raise the limit."),
    /** The exposure of the account would exceed its limit. */
    LIMIT_ACCOUNT_EXPOSURE("Reduce the order or raise the limit."),
    /** Too many open orders. */
    LIMIT_OPEN_ORDERS("Cancel orders or raise the limit."),
    /** The limit price is too far from the market, or from the trigger price. */
    LIMIT_PRICE_COLLAR("Choose a price nearer to the market."),
    /** No fresh price, so exposure cannot be judged. */
    MARKET_DATA_STALE("Wait until the feed is fresh again."),
    /** Positions of this key are not complete, so exposure cannot be judged. */
    POSITION_STALE("Wait until the position is rebuilt, or un-park its key."),
    /** Risk gave no answer in time. */
    RISK_UNAVAILABLE("Try again; nothing was reserved or sent."),
    /** Trading is halted for everything, the account or the instrument. */
    TRADING_HALTED("Wait until a person re-arms trading.");

    private final String remedy;

    DenialReason(String remedy) {
        this.remedy = remedy;
    }

    /** What the person who placed the order can do. */
    public String remedy() {
        return remedy;
    }
}
