package dev.capstan.candles.kline;

import java.util.OptionalLong;

/** A kline file that is not what it should be: where, and what was expected there. */
public final class KlineFileException extends RuntimeException {

    private static final long WHOLE = 0;

    private final long line;

    private KlineFileException(long line, String reason) {
        super(reason);
        this.line = line;
    }

    static KlineFileException atLine(long line, String reason) {
        return new KlineFileException(line, reason);
    }

    /** Of the file as a whole. */
    public static KlineFileException ofFile(String reason) {
        return new KlineFileException(WHOLE, reason);
    }

    /** Which line, from 1; empty for the whole. */
    public OptionalLong line() {
        return line == WHOLE ? OptionalLong.empty() : OptionalLong.of(line);
    }

    /** What was expected there. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
