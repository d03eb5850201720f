package dev.capstan.trading.engine;

import dev.capstan.contracts.order.DenialReason;
import dev.capstan.trading.order.OrderStage;
import dev.capstan.trading.run.TradeIntent;
import org.jspecify.annotations.Nullable;

/**
 * An order of a backtest, as it ended.
 *
 * @param placedAt market time of the open at which it met the market
 * @param denial why it never got there; null when it did
 */
public record SimulatedOrder(
        TradeIntent intent,
        long placedAt,
        OrderStage stage,
        long filledQuantity,
        @Nullable DenialReason denial) {}
