package dev.capstan.simulator.market;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;

/** A candle's length, under the venue's own name. */
public enum Interval {
    SECOND_1("1s", 1_000L),
    MINUTE_1("1m", 60_000L),
    MINUTE_3("3m", 180_000L),
    MINUTE_5("5m", 300_000L),
    MINUTE_15("15m", 900_000L),
    MINUTE_30("30m", 1_800_000L),
    HOUR_1("1h", 3_600_000L),
    HOUR_2("2h", 7_200_000L),
    HOUR_4("4h", 14_400_000L),
    HOUR_6("6h", 21_600_000L),
    HOUR_8("8h", 28_800_000L),
    HOUR_12("12h", 43_200_000L),
    DAY_1("1d", 86_400_000L),
    DAY_3("3d", 259_200_000L),
    WEEK_1("1w", 604_800_000L),
    MONTH_1("1M", 2_678_400_000L);

    private final String code;
    private final long millis;

    Interval(String code, long millis) {
        this.code = code;
        this.millis = millis;
    }

    /** The interval named {@code code}, e.g. {@code 1m}. */
    public static Optional<Interval> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }

    /** The venue's name. */
    public String code() {
        return code;
    }

    /** Length; of a month the longest. */
    public long millis() {
        return millis;
    }

    /** Whether candles of {@code source} length add up to this one. */
    public boolean isMadeOf(long source) {
        return source <= millis && (this == MONTH_1 ? Interval.DAY_1.millis % source == 0 : millis % source == 0);
    }

    /** The open time of the candle that {@code time} falls into. */
    public long openOf(long time) {
        return switch (this) {
            case WEEK_1 -> startOf(dateOf(time).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
            case MONTH_1 -> startOf(dateOf(time).withDayOfMonth(1));
            default -> time - Math.floorMod(time, millis);
        };
    }

    /** The open time of the candle after the one that opens at {@code open}. */
    public long nextOpen(long open) {
        return this == MONTH_1 ? startOf(dateOf(open).plusMonths(1)) : open + millis;
    }

    private static LocalDate dateOf(long time) {
        return Instant.ofEpochMilli(time).atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static long startOf(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
