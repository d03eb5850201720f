package dev.capstan.execution.order.application;

import dev.capstan.contracts.risk.ReservationAnswer;
import dev.capstan.execution.order.domain.OrderTerms;
import java.util.Optional;

/** Risk's word on an order. Asking again with the same order gives the same answer and reserves nothing twice. */
public interface Reservations {

    /** Empty when risk gave no usable answer in time; it may have reserved all the same. */
    Optional<ReservationAnswer> reserve(OrderTerms terms);
}
