package dev.capstan.marketdata.instrument;

/** The venue did not answer, or not with what it documents. The feed tries again. */
public class VenueUnavailableException extends RuntimeException {

    public VenueUnavailableException(String message) {
        super(message);
    }

    public VenueUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
