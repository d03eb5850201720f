package dev.capstan.candles.kline;

import java.io.IOException;
import java.io.InputStream;

/**
 * Lines of ASCII text, one at a time in the same array. A line longer than the array ends the reading: whatever that is, it is no kline
 * row.
 */
final class Lines {

    static final int LONGEST = 1_024;

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private final char[] line = new char[LONGEST];
    private int length;
    private int position;
    private int filled;
    private long number;

    Lines(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line; false at the end. */
    boolean next() throws IOException {
        length = 0;
        int read = read();
        if (read < 0) {
            return false;
        }
        number++;
        for (; read >= 0 && read != '\n'; read = read()) {
            if (length == LONGEST) {
                throw KlineFileException.atLine(number, "expected a row of at most " + LONGEST + " characters");
            }
            line[length++] = (char) read;
        }
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        return true;
    }

    private int read() throws IOException {
        if (position == filled) {
            position = 0;
            filled = Math.max(0, in.read(buffer, 0, BUFFER));
        }
        return position < filled ? buffer[position++] & 0xff : -1;
    }

    char[] line() {
        return line;
    }

    int length() {
        return length;
    }

    /** Number of the current line, from 1. */
    long number() {
        return number;
    }
}
