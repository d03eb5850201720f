package dev.capstan.strategy.run.application;

import dev.capstan.strategy.run.domain.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Which replica looks after which run. This only divides the work: what makes it safe is the run's row and execution's key. */
public interface RunLeases {

    /** Takes every run that has something left to do and that nobody else holds, and keeps those it has. */
    void hold(String replica, Duration lease);

    /** Gives them back, so that nobody waits for the lease to end. */
    void release(String replica);

    /** Runs held by {@code replica} that are behind the market or have an order to be sent. */
    List<RunId> due(String replica, Instant now);

    /** Runs held by {@code replica} that go on. */
    List<RunId> goingOn(String replica);
}
