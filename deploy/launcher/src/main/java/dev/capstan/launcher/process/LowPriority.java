package dev.capstan.launcher.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * For work that nobody waits for: it gets what the others leave.
 *
 * <p>{@code nice} alone would not do. Every process of ours has a session of its own, and where Linux groups by session (sched(7),
 * "autogroup") a nice value counts only against others of the same session; there the group itself must step back.
 */
public final class LowPriority {

    private static final Path OWN_GROUP = Path.of("/proc/self/autogroup");

    private static final String LOWEST = "19";

    /** From wherever we stand, {@code nice} adds to it and ends at the lowest: the values go from -20 to 19. */
    private static final String AS_FAR_AS_IT_GOES = "39";

    /** Where sessions are no groups, or /proc is not ours to write to, the nice value has to do. */
    private static final String STEP_BACK =
            "{ echo " + LOWEST + " > \"$0\"; } 2> /dev/null; exec nice -n " + AS_FAR_AS_IT_GOES + " \"$@\"";

    private LowPriority() {}

    /** The command, run at the lowest priority; to be the first of its session. */
    public static List<String> of(List<String> command) {
        return of(command, OWN_GROUP);
    }

    static List<String> of(List<String> command, Path group) {
        List<String> lowly = new ArrayList<>(List.of("sh", "-c", STEP_BACK, group.toString()));
        lowly.addAll(command);
        return lowly;
    }
}
