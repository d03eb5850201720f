package dev.capstan.simulator.fault;

import dev.capstan.simulator.fault.Fault.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The faults that still have to strike. They are not journaled: a venue that was killed comes back in good health. */
public final class Faults {

    private final List<Fault> waiting = new ArrayList<>();
    private long lastId;

    /** Adds {@code fault} and returns it with its number. */
    public synchronized Fault order(Fault fault) {
        Fault numbered = fault.numbered(++lastId);
        waiting.add(numbered);
        return numbered;
    }

    public synchronized List<Fault> waiting() {
        return List.copyOf(waiting);
    }

    /** Takes back the fault of that number, if it is still waiting. */
    public synchronized void takeBack(long id) {
        waiting.removeIf(fault -> fault.id() == id);
    }

    public synchronized void clear() {
        waiting.clear();
    }

    /** Only those that were ordered for this account. */
    public synchronized void clear(String apiKey) {
        waiting.removeIf(fault -> apiKey.equals(fault.apiKey()));
    }

    /** The oldest fault for a request to {@code target}; it has one time less to strike afterwards. */
    public synchronized Optional<Fault> strike(Target target, @Nullable String symbol, @Nullable String apiKey) {
        return strike(fault -> (fault.target() == target || fault.target() == Target.ANY)
                && fault.kind() != FaultKind.DENY_EXISTENCE
                && fault.concerns(symbol, apiKey));
    }

    /** The oldest fault of {@code kind}; it has one time less to strike afterwards. */
    public synchronized Optional<Fault> strike(FaultKind kind, @Nullable String symbol, @Nullable String apiKey) {
        return strike(fault -> fault.kind() == kind && fault.concerns(symbol, apiKey));
    }

    /** Whether a fault of {@code kind} holds now, without using it up. */
    public synchronized boolean holds(FaultKind kind, @Nullable String symbol, @Nullable String apiKey) {
        return waiting.stream().anyMatch(fault -> fault.kind() == kind && fault.concerns(symbol, apiKey));
    }

    private Optional<Fault> strike(Predicate<Fault> matches) {
        Optional<Fault> found = waiting.stream().filter(matches).findFirst();
        found.ifPresent(fault -> {
            int at = waiting.indexOf(fault);
            if (fault.times() <= 1) {
                waiting.remove(at);
            } else {
                waiting.set(at, fault.struck());
            }
        });
        return found;
    }
}
