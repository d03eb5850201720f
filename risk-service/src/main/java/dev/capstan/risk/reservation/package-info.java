/**
 * May this order use its share of the limits? {@code POST /internal/risk/reservations}.
 *
 * <p>{@link dev.capstan.risk.reservation.application.Reserve} answers in one transaction that locks the account, then the instrument, reads
 * every figure after it holds both, runs all policies and stores the answer. So of two orders that share the last of a limit, at whatever
 * replicas, the second sees the first. Either every policy passes and the order is held, or nothing is.
 *
 * <p>A repeated question gets the first answer, refusals included, and holds nothing twice. A reservation never ends by the clock: events
 * of its order move it into the position or give it back, or execution says that there is no such order (package {@code sweep}).
 */
@NullMarked
package dev.capstan.risk.reservation;

import org.jspecify.annotations.NullMarked;
