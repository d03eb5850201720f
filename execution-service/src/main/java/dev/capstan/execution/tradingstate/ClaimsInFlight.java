package dev.capstan.execution.tradingstate;

import java.time.Duration;

/** Submits that are claimed and may still reach the venue. */
public interface ClaimsInFlight {

    /** Whether a claim in the scope is not answered yet and not older than the venue accepts. */
    boolean anyIn(TradingScope scope);

    /** After this long without a new claim nothing can reach the venue any more, whatever was answered. */
    Duration longest();
}
