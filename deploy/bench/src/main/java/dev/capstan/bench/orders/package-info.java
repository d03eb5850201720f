/**
 * {@code capstan bench orders}: market orders at a fixed rate through the gateway of a stack of its own, timed from the moment each was due to
 * the answer and on to the position that contains its fill.
 *
 * <p>{@link dev.capstan.bench.orders.OrdersBench} is the course of a run, {@link dev.capstan.bench.orders.OrderLoad} places the orders, {@link
 * dev.capstan.bench.orders.PositionWatch} sees what became of them from outside, {@link dev.capstan.bench.orders.OrdersReport} tells it.
 */
@NullMarked
package dev.capstan.bench.orders;

import org.jspecify.annotations.NullMarked;
