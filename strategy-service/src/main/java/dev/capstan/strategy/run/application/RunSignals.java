package dev.capstan.strategy.run.application;

import dev.capstan.strategy.run.domain.RunEnd;
import dev.capstan.strategy.run.domain.RunId;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What this process did for runs: wakes the relay, and is counted. Whoever is told waits for the transaction that makes it true. */
public interface RunSignals {

    /** There may be something to do for a run. */
    void worthALook();

    void candleTaken();

    void orderSent();

    /** @param cause why */
    void attemptEnded(String cause);

    /** @param position what it still holds, in the base asset; null when that cannot be read */
    void runEnded(RunId run, RunEnd end, @Nullable BigDecimal position);
}
