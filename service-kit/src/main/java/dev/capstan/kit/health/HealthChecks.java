package dev.capstan.kit.health;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Asks all checks at once and waits for none longer than the limit. A check that hangs keeps its one thread and is not asked again until
 * it has answered, so that a dead database does not collect threads.
 */
final class HealthChecks {

    private static final Duration LIMIT = Duration.ofMillis(150);

    private final List<HealthCheck> checks;
    private final Executor executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, CompletableFuture<HealthCheck.Result>> running = new ConcurrentHashMap<>();

    HealthChecks(List<HealthCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    /** Each check's answer by name, in a stable order. */
    Map<HealthCheck, HealthCheck.Result> ask() {
        Map<HealthCheck, CompletableFuture<HealthCheck.Result>> asked = new LinkedHashMap<>();
        checks.forEach(check -> asked.put(check, started(check)));
        long deadline = System.nanoTime() + LIMIT.toNanos();
        Map<HealthCheck, HealthCheck.Result> answers = new LinkedHashMap<>();
        asked.forEach((check, answer) -> answers.put(check, within(deadline, answer)));
        return answers;
    }

    private CompletableFuture<HealthCheck.Result> started(HealthCheck check) {
        return running.compute(
                check.name(),
                (name, previous) -> previous != null && !previous.isDone()
                        ? previous
                        : CompletableFuture.supplyAsync(() -> answer(check), executor));
    }

    private static HealthCheck.Result answer(HealthCheck check) {
        try {
            return check.check();
        } catch (RuntimeException e) {
            return HealthCheck.Result.down(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private static HealthCheck.Result within(long deadline, CompletableFuture<HealthCheck.Result> answer) {
        long left = Math.max(0, deadline - System.nanoTime());
        return answer.copy()
                .completeOnTimeout(
                        HealthCheck.Result.down("no answer within " + LIMIT.toMillis() + " ms"),
                        left,
                        TimeUnit.NANOSECONDS)
                .join();
    }
}
