package dev.capstan.trading.strategy;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** Checked parameters of a strategy: every one that it has, by name, the ones nobody gave with their defaults. */
public final class Parameters {

    private final Map<String, BigDecimal> values;

    Parameters(Map<String, BigDecimal> values) {
        this.values = new TreeMap<>(values);
    }

    /** A whole number. */
    public int whole(String name) {
        return value(name).intValueExact();
    }

    /** A number for computing with. */
    public double number(String name) {
        return value(name).doubleValue();
    }

    /** All of them in plain notation, in the order of their names: what is stored and shown. */
    public Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        values.forEach((name, value) -> texts.put(name, value.toPlainString()));
        return texts;
    }

    private BigDecimal value(String name) {
        BigDecimal value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no such parameter: " + name);
        }
        return value;
    }
}
