package dev.capstan.kit.crash;

/** Provided by the test build only, through {@link java.util.ServiceLoader}. */
@FunctionalInterface
public interface CrashPointHook {

    /** May kill or stop the process; otherwise returns at once. */
    void reached(CrashPoint point, String subject);
}
