package dev.capstan.strategy.run.adapter.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the runs of one account may do together; orders by hand are not bound by it.
 *
 * @param activeRuns how many may go on at once
 * @param openPositions how many may hold a position at once
 */
@ConfigurationProperties("capstan.strategy.guards")
record GuardSettings(
        @DefaultValue("1") int activeRuns,
        @DefaultValue("1") int openPositions) {

    private static final int MOST = 1000;

    GuardSettings {
        require("active-runs", activeRuns);
        require("open-positions", openPositions);
    }

    private static void require(String name, int value) {
        if (value < 1 || value > MOST) {
            throw new IllegalArgumentException(
                    "capstan.strategy.guards." + name + ": expected 1 to " + MOST + ", got: " + value);
        }
    }
}
