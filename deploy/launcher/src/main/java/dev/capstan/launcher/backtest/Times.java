package dev.capstan.launcher.backtest;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Times as they are typed and shown. */
final class Times {

    private static final int DATE_LENGTH = 10;

    private Times() {}

    /** An instant, or a date, which is its midnight UTC, in epoch milliseconds. */
    static long parse(String option, String text) {
        try {
            Instant instant = text.length() == DATE_LENGTH
                    ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : Instant.parse(text);
            return instant.toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw InputException.of(
                    option, "expected a time like 2018-03-01T00:00:00Z or a date like 2018-03-01, got: " + text);
        }
    }

    /** The length of a candle by the name venues use, e.g. {@code 5m}. */
    static String timeframe(long millis) {
        Duration length = Duration.ofMillis(millis);
        if (millis % Duration.ofDays(1).toMillis() == 0) {
            return length.toDays() + "d";
        }
        if (millis % Duration.ofHours(1).toMillis() == 0) {
            return length.toHours() + "h";
        }
        if (millis % Duration.ofMinutes(1).toMillis() == 0) {
            return length.toMinutes() + "m";
        }
        return millis % 1_000 == 0 ? length.toSeconds() + "s" : millis + "ms";
    }
}
