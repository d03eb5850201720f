package dev.capstan.simulator.binance.protocol;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The venue's way to name a time zone: hours, or hours and minutes, ahead of UTC, e.g. {@code 0}, {@code 8}, {@code -1:00}, {@code 05:45}. */
public final class TimeZones {

    private static final Pattern FORM = Pattern.compile("([+-]?)([0-9]{1,2})(?::([0-5][0-9]))?");
    private static final long MINUTE = 60_000L;
    private static final long EARLIEST = -12 * 60 * MINUTE;
    private static final long LATEST = 14 * 60 * MINUTE;

    private TimeZones() {}

    /** Milliseconds ahead of UTC; empty when {@code text} names no zone from -12:00 to +14:00. */
    public static Optional<Long> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int minutes = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
        long ahead = (Integer.parseInt(parts.group(2)) * 60L + minutes) * MINUTE;
        long offset = parts.group(1).equals("-") ? -ahead : ahead;
        return offset < EARLIEST || offset > LATEST ? Optional.empty() : Optional.of(offset);
    }
}
