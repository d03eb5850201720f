package dev.capstan.execution.order.application;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.Side;
import java.math.BigDecimal;

/**
 * What orders of one instrument and side, which the venue does not show yet, may come to take, in as few words as the checks before a trade need.
 *
 * @param quantity of all of them
 * @param notional limit price times quantity, of all that have a limit
 * @param inDoubt whether the outcome of one of them is unknown
 */
public record OrdersUnderWay(
        InstrumentId instrumentId, Side side, BigDecimal quantity, BigDecimal notional, boolean inDoubt) {}
