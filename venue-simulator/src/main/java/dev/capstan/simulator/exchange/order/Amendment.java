package dev.capstan.simulator.exchange.order;

/**
 * One reduction of an order that kept its place in the queue; numbers in hundred-millionths, time in microseconds.
 *
 * @param executionId of the report that told of it
 * @param from the client's id of the order before, and {@code to} since
 */
public record Amendment(
        long executionId,
        long uid,
        String symbol,
        long orderId,
        String from,
        String to,
        long fromQuantity,
        long toQuantity,
        long at) {}
