package dev.capstan.systemtests.fuzz;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What came of the cases of one operation. */
final class Tally {

    private static final int SHOWN = 12;
    private static final int LONGEST = 400;

    private final Operation operation;
    private final Map<Kind, Integer> cases = new EnumMap<>(Kind.class);
    private final List<String> failures = new ArrayList<>();
    private int valid;
    private long reached;

    Tally(Operation operation) {
        this.operation = operation;
    }

    void add(FuzzCase fuzzCase, HttpResponse<String> answer) {
        cases.merge(fuzzCase.kind(), 1, Integer::sum);
        List<String> faults = Verdict.on(fuzzCase, answer);
        if (fuzzCase.kind() == Kind.VALID && faults.isEmpty()) {
            valid++;
        }
        if (!faults.isEmpty()) {
            String body = answer.body();
            failures.add(fuzzCase + " -> " + answer.statusCode() + " " + faults + " "
                    + body.substring(0, Math.min(LONGEST, body.length())));
        }
    }

    void reached(long more) {
        reached += more;
    }

    int cases() {
        return cases.values().stream().mapToInt(Integer::intValue).sum();
    }

    int failed() {
        return failures.size();
    }

    /** Everything that is wrong with the operation, in words. */
    List<String> complaints(int wanted) {
        List<String> complaints = new ArrayList<>();
        if (valid == 0) {
            complaints.add(operation + ": no valid case succeeded");
        }
        if (cases() < wanted) {
            complaints.add(operation + ": only " + cases() + " cases of " + wanted);
        }
        if (2 * reached < cases()) {
            complaints.add(operation + ": only " + reached + " of " + cases() + " cases reached it");
        }
        failures.stream().limit(SHOWN).forEach(failure -> complaints.add(operation + ": " + failure));
        return complaints;
    }

    @Override
    public String toString() {
        return "%-51s %6d %8d %6d %7d  %s".formatted(operation, cases(), reached, valid, failures.size(), cases);
    }
}
