package dev.capstan.kit.crash;

import java.util.ServiceLoader;

/** Tells a test's hook that a crash point was reached; without a hook on the class path it does nothing. */
public final class CrashPoints {

    private static final CrashPointHook HOOK =
            ServiceLoader.load(CrashPointHook.class).findFirst().orElse((point, subject) -> {});

    private CrashPoints() {}

    /**
     * Marks the place.
     *
     * @param subject what is being worked on, e.g. a client order id or stream key, so that a test can aim
     */
    public static void reached(CrashPoint point, String subject) {
        HOOK.reached(point, subject);
    }
}
