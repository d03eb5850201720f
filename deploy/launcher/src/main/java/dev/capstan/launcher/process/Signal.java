package dev.capstan.launcher.process;

/** The signals the launcher sends. */
public enum Signal {
    /** Ask to end. */
    TERM,
    /** Ask to end; for PostgreSQL: drop the sessions and end, where TERM would wait for them. */
    INT,
    /** End at once. */
    KILL,
    /** Freeze. */
    STOP,
    /** Go on after a freeze. */
    CONT
}
