package dev.capstan.contracts.backtest;

import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A market order, as it ended.
 *
 * @param number counts the run's intents from 1
 * @param decidedAt market time at which the candle it was decided on was over
 * @param reason e.g. {@code ENTRY_SIGNAL}, {@code STOP_LOSS}
 * @param stopPrice where the position is given up
 * @param targetPrice where it has earned enough; null for none
 * @param placedAt market time of the open at which it met the market
 * @param denial why it never got there; null when it did
 */
public record EvidenceOrder(
        int number,
        Instant decidedAt,
        Side side,
        Quantity quantity,
        String reason,
        Price stopPrice,
        @Nullable Price targetPrice,
        Instant placedAt,
        OrderStatus status,
        Quantity filledQuantity,
        @Nullable DenialReason denial) {}
