package dev.capstan.strategy.run.application;

import dev.capstan.strategy.run.domain.RunEnd;

/** What this process did for runs: wakes the relay, and is counted. Whoever is told waits for the transaction that makes it true. */
public interface RunSignals {

    /** There may be something to do for a run. */
    void worthALook();

    void candleTaken();

    void orderSent();

    /** @param cause why */
    void attemptEnded(String cause);

    void runEnded(RunEnd end);
}
