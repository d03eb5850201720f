package dev.capstan.execution.session;

/** Submits that this replica wrote and whose answers it still waits for. */
@FunctionalInterface
public interface UnansweredSubmits {

    int inFlight();
}
