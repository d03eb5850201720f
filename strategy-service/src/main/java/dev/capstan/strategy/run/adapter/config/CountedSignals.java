package dev.capstan.strategy.run.adapter.config;

import dev.capstan.kit.activity.ActivitySource;
import dev.capstan.strategy.run.application.RunSignals;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Counts, wakes the keeper of runs when a transaction has been committed, and says what is under way. */
final class CountedSignals implements RunSignals, ActivitySource {

    private static final String PENDING = """
            SELECT (SELECT count(*) FROM run_intents WHERE state <> 'ENDED')
                 + (SELECT count(*) FROM strategy_runs WHERE status = 'RUNNING' AND known_candle > last_candle)""";

    private final Counter candles;
    private final Counter orders;
    private final MeterRegistry registry;
    private final JdbcClient jdbc;
    private final AtomicLong done = new AtomicLong();
    private volatile Runnable listener = () -> {};

    CountedSignals(MeterRegistry registry, JdbcClient jdbc) {
        this.registry = registry;
        this.jdbc = jdbc;
        this.candles = registry.counter("capstan.strategy.candles");
        this.orders = registry.counter("capstan.strategy.orders.sent");
    }

    void listen(Runnable newListener) {
        listener = newListener;
    }

    @Override
    public void worthALook() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            listener.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                listener.run();
            }
        });
    }

    @Override
    public void candleTaken() {
        candles.increment();
        done.incrementAndGet();
    }

    @Override
    public void orderSent() {
        orders.increment();
        done.incrementAndGet();
    }

    @Override
    public void attemptEnded(String cause) {
        registry.counter("capstan.strategy.attempts", "cause", cause).increment();
        done.incrementAndGet();
    }

    @Override
    public String name() {
        return "runs";
    }

    /** Attempts that are not over, wherever they are, and runs that are behind the market. */
    @Override
    public Work look() {
        return new Work(jdbc.sql(PENDING).query(Long.class).single(), done.get());
    }
}
