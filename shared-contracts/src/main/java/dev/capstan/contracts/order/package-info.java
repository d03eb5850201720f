/**
 * The life of an order as other services see it: {@link dev.capstan.contracts.order.OrderEvent} in a gapless numbered stream for each
 * account and instrument.
 */
@NullMarked
package dev.capstan.contracts.order;

import org.jspecify.annotations.NullMarked;
