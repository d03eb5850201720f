package dev.capstan.crashpoints;

import dev.capstan.kit.crash.CrashPoint;
import java.util.List;
import java.util.Locale;

/**
 * What to do where: {@code POINT kill|stop PASSES [SUBJECT_PREFIX]}.
 *
 * @param passes how many times the place is passed before it acts; 0 acts at the first
 * @param subjectPrefix only subjects that start so count; empty for all
 */
record CrashPlan(CrashPoint point, Action action, int passes, String subjectPrefix) {

    /** How the process ends. */
    enum Action {
        KILL("-KILL"),
        STOP("-STOP");

        private final String signal;

        Action(String signal) {
            this.signal = signal;
        }

        String signal() {
            return signal;
        }
    }

    static CrashPlan parse(String line) {
        List<String> words = List.of(line.strip().split("\\s+", -1));
        if (words.size() < 3 || words.size() > 4) {
            throw new IllegalArgumentException("expected POINT kill|stop PASSES [SUBJECT_PREFIX], got: " + line);
        }
        return new CrashPlan(
                CrashPoint.valueOf(words.get(0)),
                Action.valueOf(words.get(1).toUpperCase(Locale.ROOT)),
                Integer.parseInt(words.get(2)),
                words.size() == 4 ? words.get(3) : "");
    }

    boolean matches(CrashPoint reached, String subject) {
        return point == reached && subject.startsWith(subjectPrefix);
    }
}
