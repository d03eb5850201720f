package dev.capstan.launcher.step;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Somebody who must be quiet before the market goes on. */
public interface QuietCheck {

    /** As in an error message: {@code execution-service}. */
    String name();

    /** As it is at this moment; never throws: what went wrong is in the look. */
    Look look();

    /**
     * What was seen. Two equal looks without anything pending mean that nothing happened between them, not even a restart.
     *
     * @param pending what is under way, by kind
     * @param done grows with everything that was finished
     * @param problem why nobody knows; null when somebody does
     */
    record Look(
            Map<String, Long> pending, long done, @Nullable String problem) {

        public Look {
            pending = Map.copyOf(pending);
        }

        public static Look quiet(long done) {
            return new Look(Map.of(), done, null);
        }

        /** Nobody answers, and who does not answer is not quiet. */
        public static Look unknown(String problem) {
            return new Look(Map.of(), 0, problem);
        }

        public boolean isQuiet() {
            return problem == null && pending.values().stream().allMatch(count -> count == 0);
        }

        @Override
        public String toString() {
            return problem != null
                    ? problem
                    : new TreeMap<>(pending)
                            .entrySet().stream()
                                    .filter(entry -> entry.getValue() != 0)
                                    .map(entry -> entry.getKey() + " " + entry.getValue())
                                    .collect(Collectors.joining(", "));
        }
    }
}
