package dev.capstan.risk.reservation.application;

import dev.capstan.contracts.risk.ReservationRequest;
import java.util.function.Function;

/** Reads what an answer is made of. */
public interface Gathering {

    /**
     * Runs {@code work} on what was read, in the transaction that holds the account's lock and then the instrument's: what is read
     * includes every reservation and event committed before, and nothing is committed beside it.
     */
    <T> T inTransaction(ReservationRequest request, Function<Gathered, T> work);
}
