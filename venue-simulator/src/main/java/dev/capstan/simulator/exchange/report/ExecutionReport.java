package dev.capstan.simulator.exchange.report;

import dev.capstan.simulator.exchange.order.Order;
import dev.capstan.simulator.exchange.order.RejectReason;
import dev.capstan.simulator.exchange.order.Trade;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an order, told to its owner.
 *
 * @param id never used twice
 * @param order as it stood right after
 * @param trade the fill, for {@link ExecutionType#TRADE}
 * @param cancelId the canceling request's own id, for {@link ExecutionType#CANCELED}
 * @param earlierId the client's id of the order before, for {@link ExecutionType#REPLACED}
 * @param rejected why, for {@link ExecutionType#REJECTED}
 */
public record ExecutionReport(
        long id,
        ExecutionType type,
        Order order,
        @Nullable Trade trade,
        @Nullable String cancelId,
        @Nullable String earlierId,
        RejectReason rejected,
        long at)
        implements AccountEvent {}
