package dev.capstan.strategy.definition;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is to be saved.
 *
 * @param kind one of those that can be run; a strategy keeps the one it was first saved with
 * @param parameters by name, decimals in plain notation; those left out get their defaults
 * @param autoUpdate false when left out
 * @param version the one that was read and is now changed; none for the first save
 */
record SaveRequest(
        String name,
        String kind,
        @Nullable Map<String, String> parameters,
        @Nullable Boolean autoUpdate,
        @Nullable Integer version) {

    SaveRequest {
        // In one order, whatever order they came in: the same request has the same text.
        parameters = parameters == null ? null : new TreeMap<>(parameters);
    }

    Map<String, String> given() {
        return Objects.requireNonNullElse(parameters, Map.of());
    }

    boolean isAutoUpdated() {
        return Boolean.TRUE.equals(autoUpdate);
    }
}
