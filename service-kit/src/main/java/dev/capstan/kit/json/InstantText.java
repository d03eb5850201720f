package dev.capstan.kit.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** ISO-8601 in UTC with exactly six digits of a second, so that equal instants have equal text and text sorts as time. */
public final class InstantText {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private InstantText() {}

    public static String of(Instant instant) {
        return FORM.format(instant);
    }

    /**
     * Reads any ISO-8601 instant.
     *
     * @throws IllegalArgumentException saying what was expected
     */
    public static Instant parse(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("expected an instant like 2026-11-20T09:30:00.000000Z, got: " + text, e);
        }
    }
}
