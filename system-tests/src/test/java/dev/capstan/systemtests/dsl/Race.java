package dev.capstan.systemtests.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Two calls that begin together. */
public final class Race {

    private static final long LIMIT_SECONDS = 60;

    private Race() {}

    /** Runs both from one start, and waits for both. */
    public static Result between(Callable<Answer> one, Callable<Answer> other) {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Run>> running = new ArrayList<>();
            running.add(threads.submit(() -> run(start, one)));
            running.add(threads.submit(() -> run(start, other)));
            return new Result(
                    running.getFirst().get(LIMIT_SECONDS, TimeUnit.SECONDS),
                    running.getLast().get(LIMIT_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in a race", interrupted);
        } catch (ExecutionException | java.util.concurrent.TimeoutException failed) {
            throw new AssertionError("a call of the race failed", failed);
        }
    }

    private static Run run(CyclicBarrier start, Callable<Answer> call) throws Exception {
        start.await(LIMIT_SECONDS, TimeUnit.SECONDS);
        long begin = System.nanoTime();
        Answer answer = call.call();
        return new Run(answer, begin, System.nanoTime());
    }

    /** One call and when it ran. */
    record Run(Answer answer, long begin, long end) {}

    /** Both calls. */
    public record Result(Run one, Run other) {

        public List<Answer> answers() {
            return List.of(one.answer(), other.answer());
        }

        /** Whether there was a moment in which both ran. */
        public boolean overlapped() {
            return one.begin() - other.end() < 0 && other.begin() - one.end() < 0;
        }
    }
}
