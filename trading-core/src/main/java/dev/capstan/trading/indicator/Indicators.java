package dev.capstan.trading.indicator;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The indicators that can be asked for by name. */
public final class Indicators {

    private static final Pattern FORM = Pattern.compile("([a-z-]{1,20}):([0-9]{1,5})");
    private static final Map<String, IntFunction<Indicator>> BY_NAME = byName();

    private Indicators() {}

    private static Map<String, IntFunction<Indicator>> byName() {
        Map<String, IntFunction<Indicator>> byName = new LinkedHashMap<>();
        byName.put("sma", Sma::new);
        byName.put("ema", Ema::new);
        byName.put("rsi", Rsi::new);
        byName.put("atr", Atr::of);
        byName.put("atr-skip-first", Atr::skippingFirst);
        return byName;
    }

    /**
     * Reads a name and a period, like {@code rsi:14}.
     *
     * @throws IllegalArgumentException when {@code text} is no such thing; the message lists what there is
     */
    public static IndicatorSpec parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(expected() + ", got: " + text);
        }
        return new IndicatorSpec(parts.group(1), Integer.parseInt(parts.group(2)));
    }

    /** What can be asked for, for people. */
    public static String expected() {
        return "expected one of " + String.join(":N, ", BY_NAME.keySet()) + ":N, N from 1 to " + Indicator.MAX_PERIOD;
    }

    static Set<String> names() {
        return Collections.unmodifiableSet(BY_NAME.keySet());
    }

    /** How the one called {@code name} is made for a period; empty when there is none. */
    static Optional<IntFunction<Indicator>> maker(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
