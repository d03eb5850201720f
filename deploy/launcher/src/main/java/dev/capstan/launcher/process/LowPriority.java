package dev.capstan.launcher.process;

import java.util.ArrayList;
import java.util.List;

/**
 * For work that nobody waits for: it gets what the others leave.
 *
 * <p>{@code nice} alone would not do. Every process of ours has a session of its own, and where Linux groups by session (sched(7),
 * "autogroup") a nice value counts only against others of the same session; there the group itself must step back.
 */
public final class LowPriority {

    private static final String LOWEST = "19";

    /** Where sessions are no groups there is no such file, and the nice value does it. */
    private static final String STEP_BACK =
            "{ echo " + LOWEST + " > /proc/self/autogroup; } 2> /dev/null; exec nice -n " + LOWEST + " \"$@\"";

    private LowPriority() {}

    /** The command, run at the lowest priority; to be the first of its session. */
    public static List<String> of(List<String> command) {
        List<String> lowly = new ArrayList<>(List.of("sh", "-c", STEP_BACK, "low-priority"));
        lowly.addAll(command);
        return lowly;
    }
}
