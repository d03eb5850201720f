package dev.capstan.portfolio.balance.domain;

/** Tells people that a venue and the ledger disagree. */
@FunctionalInterface
public interface DriftAlerts {

    /** Raises one alert for each difference if, and only if, the caller's transaction commits. */
    void raise(Comparison comparison);
}
