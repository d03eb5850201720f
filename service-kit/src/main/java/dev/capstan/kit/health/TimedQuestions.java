package dev.capstan.kit.health;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Asks many things at once and waits for none longer than the limit. One that hangs keeps its one thread and is not asked again until it
 * has answered, so that a dead database does not collect threads.
 *
 * @param <T> what is answered
 */
public final class TimedQuestions<T> {

    private static final Duration LIMIT = Duration.ofMillis(150);

    private final Function<String, T> unanswered;
    private final Executor executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, CompletableFuture<T>> running = new ConcurrentHashMap<>();

    /**
     * Questions that may go wrong.
     *
     * @param unanswered what stands for an answer that failed or did not come, given why
     */
    public TimedQuestions(Function<String, T> unanswered) {
        this.unanswered = unanswered;
    }

    /** Each answer by name, in the order of the questions. */
    public Map<String, T> ask(Map<String, Supplier<T>> questions) {
        Map<String, CompletableFuture<T>> asked = new LinkedHashMap<>();
        questions.forEach((name, question) -> asked.put(name, started(name, question)));
        long deadline = System.nanoTime() + LIMIT.toNanos();
        Map<String, T> answers = new LinkedHashMap<>();
        asked.forEach((name, answer) -> answers.put(name, within(deadline, answer)));
        return answers;
    }

    private CompletableFuture<T> started(String name, Supplier<T> question) {
        return running.compute(
                name,
                (_, previous) -> previous != null && !previous.isDone()
                        ? previous
                        : CompletableFuture.supplyAsync(() -> answer(question), executor));
    }

    private T answer(Supplier<T> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            return unanswered.apply(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private T within(long deadline, CompletableFuture<T> answer) {
        long left = Math.max(0, deadline - System.nanoTime());
        return answer.copy()
                .completeOnTimeout(
                        unanswered.apply("no answer within " + LIMIT.toMillis() + " ms"), left, TimeUnit.NANOSECONDS)
                .join();
    }
}
