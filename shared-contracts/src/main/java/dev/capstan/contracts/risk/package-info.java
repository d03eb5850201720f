/**
 * The pre-trade question and its answer: {@link dev.capstan.contracts.risk.ReservationRequest}, {@link
 * dev.capstan.contracts.risk.ReservationAnswer}.
 */
@NullMarked
package dev.capstan.contracts.risk;

import org.jspecify.annotations.NullMarked;
