package dev.capstan.trading.strategy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Collects a strategy's state as named texts, exact to the last bit, in a form that JSON and a database keep well. */
public final class StateWriter {

    private final Map<String, String> values = new LinkedHashMap<>();

    /** Writes a whole number. */
    public void whole(String name, long value) {
        put(name, Long.toString(value));
    }

    /** Writes a number; NaN and the infinities too. */
    public void number(String name, double value) {
        put(name, Double.toString(value));
    }

    /** Writes numbers in their order. */
    public void numbers(String name, double[] series) {
        put(name, DoubleStream.of(series).mapToObj(Double::toString).collect(Collectors.joining(" ")));
    }

    /** Writes a word. */
    public void text(String name, String text) {
        put(name, text);
    }

    private void put(String name, String text) {
        if (values.putIfAbsent(name, text) != null) {
            throw new IllegalArgumentException("expected each name once, got again: " + name);
        }
    }

    /** All that was written, by name. */
    public Map<String, String> values() {
        return Map.copyOf(values);
    }
}
