package dev.capstan.marketdata.candle.file;

import java.math.BigDecimal;

/** The cells of a line, read where they stand: a year of minutes has six million of them, and most are looked at once. */
final class Row {

    static final String[] COLUMNS = {
        "open_time",
        "open",
        "high",
        "low",
        "close",
        "volume",
        "close_time",
        "quote_volume",
        "count",
        "taker_buy_volume",
        "taker_buy_quote_volume",
        "ignore"
    };

    private static final int LONGEST_NUMBER = 60;
    private static final int LONGEST_WHOLE = 18;

    private final int[] starts = new int[COLUMNS.length + 1];
    private char[] line = {};

    /** Finds the cells of the first {@code length} characters of {@code text}; it is not copied. */
    void split(char[] text, int length) {
        line = text;
        int cells = 1;
        for (int i = 0; i < length; i++) {
            if (text[i] == ',') {
                if (cells < COLUMNS.length) {
                    starts[cells] = i + 1;
                }
                cells++;
            }
        }
        if (cells != COLUMNS.length) {
            throw new IllegalArgumentException("expected " + COLUMNS.length + " columns, got " + cells);
        }
        starts[COLUMNS.length] = length + 1;
    }

    String text(int column) {
        return new String(line, starts[column], size(column));
    }

    private int size(int column) {
        return starts[column + 1] - 1 - starts[column];
    }

    /** A whole number of zero or more. */
    long whole(int column) {
        int size = size(column);
        if (size == 0 || size > LONGEST_WHOLE) {
            throw wrong(column, "a whole number");
        }
        long value = 0;
        for (int i = starts[column]; i < starts[column] + size; i++) {
            if (!isDigit(line[i])) {
                throw wrong(column, "a whole number");
            }
            value = value * 10 + line[i] - '0';
        }
        return value;
    }

    /** A number of zero or more in plain notation. */
    BigDecimal decimal(int column) {
        int size = size(column);
        int points = 0;
        int digits = 0;
        for (int i = starts[column]; i < starts[column] + size; i++) {
            points += line[i] == '.' ? 1 : 0;
            digits += isDigit(line[i]) ? 1 : 0;
        }
        if (digits == 0 || points > 1 || digits + points != size || size > LONGEST_NUMBER) {
            throw wrong(column, "a decimal of zero or more in plain notation");
        }
        return new BigDecimal(line, starts[column], size);
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    /** The refusal of a cell, with what it holds as far as it is readable. */
    IllegalArgumentException wrong(int column, String expected) {
        String cell = text(column).replaceAll("[^ -~]", "?");
        String shown = cell.length() > LONGEST_NUMBER ? cell.substring(0, LONGEST_NUMBER) + "…" : cell;
        return new IllegalArgumentException(COLUMNS[column] + ": expected " + expected + ", got: " + shown);
    }
}
