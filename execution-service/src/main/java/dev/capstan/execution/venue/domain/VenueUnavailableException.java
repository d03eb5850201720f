package dev.capstan.execution.venue.domain;

/** The venue gave no usable answer to a read. Infrastructure, not a fact about an order. */
public class VenueUnavailableException extends RuntimeException {

    public VenueUnavailableException(String message) {
        super(message);
    }

    public VenueUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
