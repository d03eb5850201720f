/**
 * Reservations by HTTP from risk-service.
 */
@NullMarked
package dev.capstan.execution.order.adapter.risk;

import org.jspecify.annotations.NullMarked;
