package dev.capstan.systemtests.fuzz;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** All cases of all operations: first those that may change something, then those that must not. */
final class Round {

    private final Examples examples;
    private final Reached reached;
    private final Caller caller;
    private final Map<Operation, List<FuzzCase>> plans;
    private final Map<Operation, Tally> tallies = new LinkedHashMap<>();

    Round(Examples examples, Reached reached, Caller caller, Map<Operation, List<FuzzCase>> plans) {
        this.examples = examples;
        this.reached = reached;
        this.caller = caller;
        this.plans = plans;
    }

    /** Each with a good call of its own, because the one before may have gone well. */
    void effective() {
        plans.forEach((operation, cases) -> run(
                operation,
                cases.stream().filter(each -> mayChange(operation, each)).toList(),
                () -> examples.of(operation)));
    }

    /** All with the same good call: whichever of them changes something fails the comparison of the books. */
    void refused() {
        plans.forEach((operation, cases) -> {
            Call good = examples.of(operation);
            run(
                    operation,
                    cases.stream().filter(each -> !mayChange(operation, each)).toList(),
                    good::again);
        });
    }

    private static boolean mayChange(Operation operation, FuzzCase fuzzCase) {
        return operation.isWrite() && fuzzCase.expected() != Expected.REFUSED;
    }

    private void run(Operation operation, List<FuzzCase> cases, Supplier<Call> good) {
        Tally tally = tallies.computeIfAbsent(operation, Tally::new);
        if (cases.isEmpty()) {
            return;
        }
        long before = reached.count(operation);
        for (FuzzCase each : cases) {
            tally.add(each, caller.send(each.change().apply(good.get())));
        }
        tally.reached(reached.count(operation) - before);
    }

    Collection<Tally> tallies() {
        return tallies.values();
    }

    /** Whatever is wrong with any operation. */
    List<String> complaints(int wanted) {
        return tallies.values().stream()
                .flatMap(tally -> tally.complaints(wanted).stream())
                .toList();
    }
}
