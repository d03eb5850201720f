package dev.capstan.simulator.exchange.command;

/** Why the exchange does not do what it was asked. */
public enum Refusal {
    /** A filter of the instrument; the detail is its name. */
    FILTER,
    /** The account has an open order with the same client id. */
    DUPLICATE_CLIENT_ORDER_ID,
    INSUFFICIENT_BALANCE,
    /** The stop price has been reached already. */
    WOULD_TRIGGER,
    /** An order that wants to rest would take. */
    WOULD_MATCH,
    /** The prices of a pair do not stand around the market's. */
    BAD_PAIR_PRICES,
    /** More is to be shown than there is. */
    ICEBERG_EXCEEDS_QUANTITY,
    /** The order to cancel is not open, or never was. */
    UNKNOWN_ORDER,
    /** The client's id is not that of the order with the venue's id. */
    OTHER_CLIENT_ORDER_ID,
    /** An order can be made smaller only. */
    QUANTITY_INCREASE,
    /** The order would stay as it is, or nothing of it would be left. */
    NO_CHANGE,
    /** The order to cancel is not in the state that the request asks for. */
    CANCEL_RESTRICTED,
    /** The request is older than it allows itself to be. */
    OUTSIDE_WINDOW,
    /** The account has placed too many orders in a while; the detail is the limit. */
    TOO_MANY_ORDERS
}
