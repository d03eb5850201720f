package dev.capstan.trading.strategy;

/**
 * A figure a strategy looks at.
 *
 * @param name as its documentation calls it, e.g. {@code fast}
 * @param value NaN while there is none yet
 */
public record Reading(String name, double value) {}
