package dev.capstan.contracts.backtest;

import java.util.Map;

/**
 * What decided.
 *
 * @param kind e.g. {@code sma-cross}
 * @param parameters all of them by name, those nobody gave with their defaults
 */
public record EvidenceStrategy(String kind, Map<String, String> parameters) {}
