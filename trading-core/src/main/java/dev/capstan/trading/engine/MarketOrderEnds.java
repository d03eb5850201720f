package dev.capstan.trading.engine;

import static dev.capstan.trading.order.OrderStage.DENIED;
import static dev.capstan.trading.order.OrderStage.EXPIRED;
import static dev.capstan.trading.order.OrderStage.FILLED;
import static dev.capstan.trading.order.OrderStage.NEW_APPROVED;
import static dev.capstan.trading.order.OrderStage.NEW_UNDECIDED;
import static dev.capstan.trading.order.OrderStage.PARTIALLY_FILLED;
import static dev.capstan.trading.order.OrderStage.SUBMITTED;

import dev.capstan.trading.order.OrderStage;
import dev.capstan.trading.order.OrderTransitions;
import java.util.Arrays;

/** The ways that a market order can go in a backtest, each asked of the table of transitions once, and where they end. */
final class MarketOrderEnds {

    static final OrderStage REFUSED = way(NEW_UNDECIDED, DENIED);

    private static final OrderStage FILLED_AT_ONCE = way(NEW_UNDECIDED, NEW_APPROVED, SUBMITTED, FILLED);
    private static final OrderStage FILLED_IN_PART =
            way(NEW_UNDECIDED, NEW_APPROVED, SUBMITTED, PARTIALLY_FILLED, EXPIRED);
    private static final OrderStage UNFILLED = way(NEW_UNDECIDED, NEW_APPROVED, SUBMITTED, EXPIRED);

    private MarketOrderEnds() {}

    private static OrderStage way(OrderStage... stages) {
        return Arrays.stream(stages).reduce(OrderTransitions::require).orElseThrow();
    }

    /** Of one that met the market. What it leaves does not rest. */
    static OrderStage of(long filled, long quantity) {
        if (filled == quantity) {
            return FILLED_AT_ONCE;
        }
        return filled == 0 ? UNFILLED : FILLED_IN_PART;
    }
}
