package dev.capstan.launcher.backtest;

/** Something that was typed, or a file that was named, is not what it should be; the message says what was expected. */
final class InputException extends RuntimeException {

    InputException(String message) {
        super(message);
    }

    /** What is wrong with an option. */
    static InputException of(String option, String reason) {
        return new InputException(option + ": " + reason);
    }
}
