package dev.capstan.strategy.run.application;

/** What this process did for runs: wakes the relay, and is counted. */
public interface RunSignals {

    /** There may be something to do for a run; the transaction that made it so need not be over. */
    void worthALook();

    void candleTaken();

    void orderSent();

    void attemptEnded(String cause);
}
