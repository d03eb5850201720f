package dev.capstan.backtest.run.domain;

import java.util.Arrays;

/** Who goes first when more runs wait than workers are free; among equals the oldest does. */
public enum RunPriority {
    LOW(0),
    NORMAL(1),
    HIGH(2);

    private final int rank;

    RunPriority(int rank) {
        this.rank = rank;
    }

    /** Higher goes first. */
    public int rank() {
        return rank;
    }

    public static RunPriority ranked(int rank) {
        return Arrays.stream(values())
                .filter(priority -> priority.rank == rank)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no priority has rank " + rank));
    }
}
