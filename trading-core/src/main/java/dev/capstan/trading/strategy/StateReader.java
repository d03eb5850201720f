package dev.capstan.trading.strategy;

import java.util.Map;
import java.util.stream.Stream;

/** Reads what a {@link StateWriter} collected. */
public final class StateReader {

    private final Map<String, String> values;

    public StateReader(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** Whether there is a saved value of that name: one that an earlier version did not write is missing. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /**
     * Reads a whole number.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public long whole(String name) {
        return Long.parseLong(text(name));
    }

    /**
     * Reads a number.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public double number(String name) {
        return Double.parseDouble(text(name));
    }

    /**
     * Reads numbers.
     *
     * @throws IllegalArgumentException when there are none of that name, or not {@code length} of them
     */
    public double[] numbers(String name, int length) {
        String text = text(name);
        double[] series = text.isEmpty()
                ? new double[0]
                : Stream.of(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
        if (series.length != length) {
            throw new IllegalArgumentException(
                    "expected " + length + " numbers in " + name + ", got: " + series.length);
        }
        return series;
    }

    /**
     * Reads a word.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public String text(String name) {
        String text = values.get(name);
        if (text == null) {
            throw new IllegalArgumentException("expected a saved value of " + name);
        }
        return text;
    }
}
