package dev.capstan.launcher;

/** Something could not be started or prepared; the message says to a person what, and what to do about it. */
public final class LaunchFailure extends RuntimeException {

    public LaunchFailure(String message) {
        super(message);
    }

    public LaunchFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** The thread was told to stop while it waited; the interrupt is kept for the caller. */
    public static LaunchFailure interrupted(String whileDoing, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new LaunchFailure("interrupted while " + whileDoing, cause);
    }
}
