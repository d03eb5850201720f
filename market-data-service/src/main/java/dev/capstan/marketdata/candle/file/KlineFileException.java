package dev.capstan.marketdata.candle.file;

/** A kline file that is not what it should be: where, and what was expected there. */
public final class KlineFileException extends RuntimeException {

    private final String place;

    KlineFileException(String place, String reason) {
        super(reason);
        this.place = place;
    }

    static KlineFileException atLine(long line, String reason) {
        return new KlineFileException("line " + line, reason);
    }

    /** Of the file as a whole. */
    public static KlineFileException ofFile(String reason) {
        return new KlineFileException("body", reason);
    }

    /** {@code line 17}, or {@code body} for the whole. */
    public String place() {
        return place;
    }

    /** What was expected there. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
