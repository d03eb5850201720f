package dev.capstan.simulator.binance.protocol;

/** A refusal in the venue's words: HTTP status, code and message. */
public final class ApiException extends RuntimeException {

    private final int status;
    private final int code;

    public ApiException(int status, int code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static ApiException bad(int code, String message) {
        return new ApiException(400, code, message);
    }

    public int status() {
        return status;
    }

    public int code() {
        return code;
    }

    /** The venue's message, never null. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
