package dev.capstan.backtest.run.domain;

import java.util.EnumSet;
import java.util.Set;

/** Where a run is in its life; nothing moves from one state to another but by {@link #to}. */
public enum RunState {
    /** Waits for a worker, for the first time or again. */
    PENDING,
    /** A worker has it under a lease. */
    RUNNING,
    /** Its result and its evidence are stored. */
    COMPLETED,
    /** It cannot be run, or its workers died too often; the failure says which. */
    FAILED,
    /** Somebody wanted no more of it. */
    CANCELED,
    /** It was not over when its time was. */
    TIMED_OUT;

    /**
     * The move to {@code next}.
     *
     * @return {@code next}
     * @throws IllegalStateException naming both states when there is no such move
     */
    public RunState to(RunState next) {
        if (!next().contains(next)) {
            throw new IllegalStateException("a run that is " + this + " does not become " + next);
        }
        return next;
    }

    private Set<RunState> next() {
        return switch (this) {
            case PENDING -> EnumSet.of(RUNNING, CANCELED, TIMED_OUT);
            case RUNNING -> EnumSet.of(PENDING, COMPLETED, FAILED, CANCELED, TIMED_OUT);
            case COMPLETED, FAILED, CANCELED, TIMED_OUT -> EnumSet.noneOf(RunState.class);
        };
    }

    /** Whether nothing will happen to it any more. */
    public boolean isOver() {
        return next().isEmpty();
    }
}
