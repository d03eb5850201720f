package dev.capstan.marketdata.candle.domain;

import dev.capstan.contracts.TextValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long a candle is, by the name venues use: {@code 1m}. All of them divide a day, and open times are multiples of the length since the
 * epoch; weeks and months, which are not, are left out.
 */
public record Timeframe(String code) implements TextValue {

    private static final Map<String, Duration> LENGTHS = lengths();

    public Timeframe {
        if (!LENGTHS.containsKey(code)) {
            throw new IllegalArgumentException(
                    "expected one of " + String.join(", ", LENGTHS.keySet()) + ", got: " + code);
        }
    }

    private static Map<String, Duration> lengths() {
        Map<String, Duration> lengths = new LinkedHashMap<>();
        lengths.put("1s", Duration.ofSeconds(1));
        for (int minutes : new int[] {1, 3, 5, 15, 30}) {
            lengths.put(minutes + "m", Duration.ofMinutes(minutes));
        }
        for (int hours : new int[] {1, 2, 4, 6, 8, 12}) {
            lengths.put(hours + "h", Duration.ofHours(hours));
        }
        lengths.put("1d", Duration.ofDays(1));
        return Collections.unmodifiableMap(lengths);
    }

    /**
     * Reads a name.
     *
     * @throws IllegalArgumentException listing all names
     */
    public static Timeframe parse(String code) {
        return new Timeframe(code);
    }

    /** Itself and every shorter one whose candles add up to it, the shortest first. */
    public List<Timeframe> parts() {
        List<Timeframe> parts = new ArrayList<>();
        for (String each : LENGTHS.keySet()) {
            Timeframe part = new Timeframe(each);
            if (millis() % part.millis() == 0) {
                parts.add(part);
            }
        }
        return parts;
    }

    public Duration length() {
        return LENGTHS.getOrDefault(code, Duration.ZERO);
    }

    public long millis() {
        return length().toMillis();
    }

    /** The open time of the candle that {@code time} falls into. */
    public Instant openOf(Instant time) {
        long millis = time.toEpochMilli();
        return Instant.ofEpochMilli(millis - Math.floorMod(millis, millis()));
    }

    /** The open time of the candle after the one that opens at {@code openTime}. */
    public Instant next(Instant openTime) {
        return openTime.plus(length());
    }

    /** The last millisecond of the candle that opens at {@code openTime}. */
    public Instant closeTime(Instant openTime) {
        return next(openTime).minusMillis(1);
    }

    @Override
    public String text() {
        return code;
    }

    @Override
    public String toString() {
        return code;
    }
}
