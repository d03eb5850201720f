package dev.capstan.launcher.stack;

import dev.capstan.launcher.LaunchFailure;
import dev.capstan.launcher.process.ProcessRecords;
import dev.capstan.launcher.process.RestartPolicy;
import dev.capstan.launcher.stack.StackProcess.Surroundings;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A running stack. Closing it ends every process within ten seconds; its data stay. */
public final class LocalStack implements AutoCloseable {

    private static final Duration ORPHAN_LIMIT = Duration.ofSeconds(5);

    private final StackPlan plan;
    private final FolderLock lock;
    private final Map<String, StackProcess> processes = new LinkedHashMap<>();

    private LocalStack(StackPlan plan, FolderLock lock, StackListener listener, Clock clock) {
        this.plan = plan;
        this.lock = lock;
        DataFolder data = plan.options().data();
        Surroundings surroundings = new Surroundings(
                new BootSlots(),
                new ProcessRecords(data.run()),
                listener,
                clock,
                () -> plan.options().tireless() ? RestartPolicy.tireless(clock) : RestartPolicy.usual(clock),
                data.logs());
        for (StackPart part : new StackParts(plan).all()) {
            processes.put(part.name(), new StackProcess(part, surroundings));
        }
    }

    /**
     * Cleans up after an earlier crash, checks that nothing stands in the way, and begins to start everything; returns at once.
     * {@link #awaitReady} says when it is done.
     */
    public static LocalStack start(StackOptions options, StackListener listener) {
        FolderLock lock = FolderLock.take(options.data());
        try {
            endOrphans(options.data(), listener);
            Preflight.check(options);
            Clock clock = Clock.systemUTC();
            LocalStack stack = new LocalStack(StackPlan.of(options, clock), lock, listener, clock);
            stack.startAll();
            return stack;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** What a launcher that was killed left running in this folder is ended, by number and start time. */
    public static void endOrphans(DataFolder data, StackListener listener) {
        Map<String, ?> ended = new ProcessRecords(data.run()).endAll(ORPHAN_LIMIT);
        if (!ended.isEmpty()) {
            listener.says("ended what an earlier run left: " + String.join(", ", ended.keySet()));
        }
    }

    public StackOptions options() {
        return plan.options();
    }

    StackPlan plan() {
        return plan;
    }

    public Secrets secrets() {
        return plan.secrets();
    }

    /** One process by name: {@code kafka}, {@code execution-service}, {@code execution-service-2}. */
    public StackProcess process(String name) {
        StackProcess process = processes.get(name);
        if (process == null) {
            throw new LaunchFailure(
                    "no process is named " + name + "; there are " + String.join(", ", processes.keySet()));
        }
        return process;
    }

    public List<StackProcess> processes() {
        return List.copyOf(processes.values());
    }

    public List<ProcessStatus> status() {
        return processes.values().stream().map(StackProcess::status).toList();
    }

    /** Base URL of a service's instance, from 1. */
    public String url(String service, int instance) {
        return plan.urls(Services.named(service)).split(",")[instance - 1];
    }

    /** Waits until every wanted process is ready. */
    public void awaitReady(Duration limit) {
        awaitReady(List.copyOf(processes.keySet()), limit);
    }

    /** Waits until the named processes are ready. */
    public void awaitReady(List<String> names, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        List<StackProcess> awaited = names.stream().map(this::process).toList();
        while (!allReady(awaited)) {
            if (System.nanoTime() > end) {
                throw new LaunchFailure(
                        "not ready after " + limit.toSeconds() + " s: " + String.join(", ", notReady()));
            }
            pause();
        }
    }

    @Override
    public void close() {
        new StackEnd(List.copyOf(processes.values())).run();
        lock.close();
    }

    /** Does not wait for the healthy when one is given up. */
    private static boolean allReady(List<StackProcess> awaited) {
        awaited.stream()
                .filter(process -> process.ready().isCompletedExceptionally())
                .findFirst()
                .ifPresent(process -> {
                    throw new LaunchFailure(String.valueOf(process.status().problem()));
                });
        return awaited.stream().allMatch(process -> process.ready().isDone());
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            throw LaunchFailure.interrupted("waiting for the stack", e);
        }
    }

    private List<String> notReady() {
        return status().stream()
                .filter(status -> status.state() != ProcessState.READY)
                .map(status -> status.name() + " " + status.state())
                .toList();
    }

    /** Those that wait for the same need take their turn in the order of the plan. */
    private void startAll() {
        Map<Set<String>, CompletableFuture<Void>> turns = new HashMap<>();
        for (StackProcess process : processes.values()) {
            Set<String> needs = process.part().needs();
            CompletableFuture<?>[] ready =
                    needs.stream().map(this::process).map(StackProcess::ready).toArray(CompletableFuture[]::new);
            CompletableFuture<Void> turn = turns.getOrDefault(needs, CompletableFuture.completedFuture(null));
            process.start(CompletableFuture.allOf(CompletableFuture.allOf(ready), turn));
            turns.put(needs, process.begun());
        }
    }
}
