package dev.capstan.launcher.doctor;

/** How much a finding matters. */
public enum Verdict {
    /** As it should be. */
    FINE,
    /** It will run, but not as well or as safely as it should. */
    CARE,
    /** It will not start, or not stay up, before this is mended. */
    WRONG
}
