package dev.capstan.strategy.definition;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What users have saved. */
public interface SavedStrategies {

    /**
     * One of {@code owner}'s own strategies; empty when there is none, or no such version.
     *
     * @param version null for the newest
     */
    Optional<SavedStrategy> find(String owner, StrategyId id, @Nullable Integer version);
}
