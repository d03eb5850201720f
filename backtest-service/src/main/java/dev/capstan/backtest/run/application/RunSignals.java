package dev.capstan.backtest.run.application;

import dev.capstan.backtest.run.domain.BacktestRun;
import dev.capstan.backtest.run.domain.RunId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Tells of every change of a run that this process has committed. Changes by others are found by looking. */
public final class RunSignals {

    private final ConcurrentHashMap<RunId, Set<CountDownLatch>> waiting = new ConcurrentHashMap<>();
    private final List<Consumer<BacktestRun>> listeners = new CopyOnWriteArrayList<>();

    /** Tells {@code listener} of every change; it must be quick. */
    public void listen(Consumer<BacktestRun> listener) {
        listeners.add(listener);
    }

    public void changed(BacktestRun run) {
        listeners.forEach(listener -> listener.accept(run));
        Set<CountDownLatch> latches = waiting.remove(run.id());
        if (latches != null) {
            latches.forEach(CountDownLatch::countDown);
        }
    }

    /** Opened before the caller looks, so that a change between the look and the wait is not missed. */
    Waiter waitFor(RunId id) {
        CountDownLatch latch = new CountDownLatch(1);
        waiting.compute(id, (any, latches) -> {
            Set<CountDownLatch> set = latches == null ? ConcurrentHashMap.newKeySet() : latches;
            set.add(latch);
            return set;
        });
        return new Waiter(id, latch);
    }

    /** One wait. */
    final class Waiter implements AutoCloseable {

        private final RunId id;
        private final CountDownLatch latch;

        private Waiter(RunId id, CountDownLatch latch) {
            this.id = id;
            this.latch = latch;
        }

        /** Returns at the next change, or after {@code atMost}. */
        void await(Duration atMost) throws InterruptedException {
            if (!latch.await(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
                close();
            }
        }

        @Override
        public void close() {
            waiting.computeIfPresent(id, (any, latches) -> {
                latches.remove(latch);
                return latches.isEmpty() ? null : latches;
            });
        }
    }
}
