package dev.capstan.strategy.definition;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of a saved strategy as the API answers it.
 *
 * @param status {@code SAVED}, or {@code ARCHIVED} when it can be neither changed nor run any more
 */
record StrategyView(
        StrategyId strategyId,
        int version,
        String name,
        String kind,
        Map<String, String> parameters,
        boolean autoUpdate,
        Status status,
        @Nullable Instant archivedAt,
        Instant createdAt,
        Instant savedAt) {

    enum Status {
        SAVED,
        ARCHIVED
    }

    static StrategyView of(SavedStrategy saved) {
        return new StrategyView(
                saved.strategyId(),
                saved.version(),
                saved.name(),
                saved.kind(),
                saved.parameters(),
                saved.autoUpdate(),
                saved.archivedAt() == null ? Status.SAVED : Status.ARCHIVED,
                saved.archivedAt(),
                saved.createdAt(),
                saved.savedAt());
    }
}
