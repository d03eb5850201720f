package dev.capstan.portfolio.rebuild.domain;

/** Tells people that a rebuild came out differently. */
@FunctionalInterface
public interface RebuildAlerts {

    /** Raises an alert if, and only if, the caller's transaction commits. */
    void raise(RebuiltBook book);
}
