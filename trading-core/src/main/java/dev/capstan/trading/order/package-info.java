/**
 * The life of an order as one pure table.
 *
 * <p>{@link dev.capstan.trading.order.OrderStage} is the state as the rules see it, {@link dev.capstan.trading.order.OrderTransitions} the
 * legal moves between states. The services run it live, the simulation engine on history.
 *
 * <pre>{@code
 * OrderTransitions.require(OrderStage.SUBMITTED, OrderStage.ACCEPTED);
 * }</pre>
 */
@NullMarked
package dev.capstan.trading.order;

import org.jspecify.annotations.NullMarked;
