package dev.capstan.strategy.definition;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One version of a saved strategy.
 *
 * @param version counts the saves from 1
 * @param parameters all of the kind's, by name, in plain notation
 * @param autoUpdate whether its owner wants backtests of it to be repeated as the market goes on
 * @param archivedAt null while it can be changed and run
 * @param savedAt when this version was saved
 */
public record SavedStrategy(
        StrategyId strategyId,
        int version,
        String name,
        String kind,
        Map<String, String> parameters,
        boolean autoUpdate,
        @Nullable Instant archivedAt,
        Instant createdAt,
        Instant savedAt) {

    public SavedStrategy {
        parameters = new TreeMap<>(parameters);
    }

    /** Whether another save of {@code definition} would change nothing. */
    boolean says(Definition definition) {
        return name.equals(definition.name())
                && parameters.equals(definition.parameters())
                && autoUpdate == definition.autoUpdate();
    }
}
