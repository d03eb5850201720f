package dev.capstan.simulator.exchange.order;

import dev.capstan.contracts.value.Side;
import dev.capstan.trading.fill.Trigger;

/** The kinds of orders this venue takes. */
public enum OrderType {
    LIMIT,
    MARKET,
    /** Rests, or is refused. */
    LIMIT_MAKER,
    /** A market order once the price has come to the worse side of it. */
    STOP_LOSS,
    /** A limit order once the price has come to the worse side of its stop price. */
    STOP_LOSS_LIMIT,
    /** A market order once the price has come to the better side of it. */
    TAKE_PROFIT,
    /** A limit order once the price has come to the better side of its stop price. */
    TAKE_PROFIT_LIMIT;

    /** Whether it waits for its stop price. */
    public boolean isConditional() {
        return isStopLoss() || isTakeProfit();
    }

    public boolean isStopLoss() {
        return this == STOP_LOSS || this == STOP_LOSS_LIMIT;
    }

    public boolean isTakeProfit() {
        return this == TAKE_PROFIT || this == TAKE_PROFIT_LIMIT;
    }

    /** Whether it has a limit price; else it takes what it gets. */
    public boolean hasLimit() {
        return this != MARKET && this != STOP_LOSS && this != TAKE_PROFIT;
    }

    /** What an order of this conditional type waits for. */
    public Trigger trigger(Side side, long stopPrice) {
        return new Trigger(stopPrice, isStopLoss() == (side == Side.BUY));
    }
}
