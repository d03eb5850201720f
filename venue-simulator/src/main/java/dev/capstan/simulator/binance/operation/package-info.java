/**
 * What the venue does for its clients, the same for REST and the WebSocket API.
 *
 * <p>A request comes in as an {@link dev.capstan.simulator.binance.operation.Arrival}. The
 * {@link dev.capstan.simulator.binance.operation.Dispatcher} counts it, has the {@link dev.capstan.simulator.binance.operation.Gate} journal
 * and check it, applies the fault that was ordered for it, if any, and runs the operation of its
 * {@link dev.capstan.simulator.binance.operation.Endpoint}.
 */
@NullMarked
package dev.capstan.simulator.binance.operation;

import org.jspecify.annotations.NullMarked;
