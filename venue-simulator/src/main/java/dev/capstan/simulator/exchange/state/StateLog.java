package dev.capstan.simulator.exchange.state;

/** Where changes are kept. */
public interface StateLog {

    /** Returns when {@code change} would survive the end of this process. */
    void append(StateChange change);
}
