package dev.capstan.candles.kline;

import dev.capstan.trading.fixed.Decimal8;
import java.math.BigDecimal;

/** The cells of a line, read where they stand: a year of minutes has six million of them, and most are looked at once. */
public final class KlineRow {

    private static final int CELLS = KlineColumn.values().length;
    private static final int LONGEST_NUMBER = 60;
    private static final int LONGEST_WHOLE = 18;
    private static final long FIRST_MICROS = 100_000_000_000_000L;
    private static final long MICROS = 1_000;

    private final int[] starts = new int[CELLS + 1];
    private char[] line = {};

    KlineRow() {}

    /** Finds the cells of the first {@code length} characters of {@code text}; it is not copied. */
    void split(char[] text, int length) {
        line = text;
        int cells = 1;
        for (int i = 0; i < length; i++) {
            if (text[i] == ',') {
                if (cells < CELLS) {
                    starts[cells] = i + 1;
                }
                cells++;
            }
        }
        if (cells != CELLS) {
            throw new IllegalArgumentException("expected " + CELLS + " columns, got " + cells);
        }
        starts[CELLS] = length + 1;
    }

    private int start(KlineColumn column) {
        return starts[column.index()];
    }

    private int end(KlineColumn column) {
        return starts[column.index() + 1] - 1;
    }

    /** What its times count: 1 for milliseconds, 1,000 for microseconds, as in newer files of the same form. */
    public long timeUnit() {
        return whole(KlineColumn.OPEN_TIME) >= FIRST_MICROS ? MICROS : 1;
    }

    /** A whole number of zero or more. */
    public long whole(KlineColumn column) {
        int size = end(column) - start(column);
        if (size == 0 || size > LONGEST_WHOLE) {
            throw wrong(column, "a whole number");
        }
        long value = 0;
        for (int i = start(column); i < end(column); i++) {
            if (!isDigit(line[i])) {
                throw wrong(column, "a whole number");
            }
            value = value * 10 + line[i] - '0';
        }
        return value;
    }

    /** A number of zero or more in plain notation. */
    public BigDecimal decimal(KlineColumn column) {
        checkPlain(column);
        return new BigDecimal(line, start(column), end(column) - start(column));
    }

    /** A number of zero or more in {@link Decimal8}, which must hold it exactly. */
    public long fixed(KlineColumn column) {
        checkPlain(column);
        long value = 0;
        int places = 0;
        boolean fraction = false;
        for (int i = start(column); i < end(column); i++) {
            int digit = line[i] - '0';
            if (line[i] == '.') {
                fraction = true;
            } else if (places < Decimal8.SCALE) {
                value = appended(value, digit, column);
                places += fraction ? 1 : 0;
            } else if (digit != 0) {
                throw wrong(column, "at most " + Decimal8.SCALE + " decimal places");
            }
        }
        for (; places < Decimal8.SCALE; places++) {
            value = appended(value, 0, column);
        }
        return value;
    }

    private long appended(long value, int digit, KlineColumn column) {
        if (value > (Long.MAX_VALUE - digit) / 10) {
            throw wrong(column, "at most " + Long.MAX_VALUE / Decimal8.ONE);
        }
        return value * 10 + digit;
    }

    private void checkPlain(KlineColumn column) {
        int size = end(column) - start(column);
        int points = 0;
        int digits = 0;
        for (int i = start(column); i < end(column); i++) {
            points += line[i] == '.' ? 1 : 0;
            digits += isDigit(line[i]) ? 1 : 0;
        }
        if (digits == 0 || points > 1 || digits + points != size || size > LONGEST_NUMBER) {
            throw wrong(column, "a decimal of zero or more in plain notation");
        }
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    /** The refusal of a cell, with what it holds as far as it is readable. */
    public IllegalArgumentException wrong(KlineColumn column, String expected) {
        String text = new String(line, start(column), end(column) - start(column));
        String cell = text.replaceAll("[^ -~]", "?");
        String shown = cell.length() > LONGEST_NUMBER ? cell.substring(0, LONGEST_NUMBER) + "…" : cell;
        return new IllegalArgumentException(column.text() + ": expected " + expected + ", got: " + shown);
    }
}
