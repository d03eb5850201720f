package dev.capstan.portfolio.ledger.application;

/** A fill that contradicts what is booked or what a fill can be. It will be no better when read again. */
public class BrokenFill extends RuntimeException {

    BrokenFill(String message) {
        super(message);
    }

    BrokenFill(String message, Throwable cause) {
        super(message, cause);
    }
}
