package dev.capstan.kit.consumer.stream;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Works on several keys at once, because commits of the database overlap well, and on no more than the pool of connections bears. */
final class KeyWorkers {

    private final Semaphore places;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    KeyWorkers(int parallelism) {
        this.places = new Semaphore(parallelism);
    }

    /**
     * Returns when all are done.
     *
     * @throws RuntimeException the first failure, after all have ended
     */
    <T> void forEach(Collection<T> items, Consumer<T> work) {
        if (items.size() == 1) {
            items.forEach(work);
            return;
        }
        List<Future<?>> running = new ArrayList<>();
        items.forEach(item -> running.add(threads.submit(() -> inPlace(item, work))));
        RuntimeException failure = null;
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (ExecutionException e) {
                failure = failure == null ? asRuntime(e.getCause()) : failure;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                failure = new IllegalStateException("interrupted", e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private <T> void inPlace(T item, Consumer<T> work) {
        places.acquireUninterruptibly();
        try {
            work.accept(item);
        } finally {
            places.release();
        }
    }

    private static RuntimeException asRuntime(@org.jspecify.annotations.Nullable Throwable cause) {
        return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
    }
}
