package dev.capstan.strategy.run.adapter.config;

import dev.capstan.kit.activity.ActivitySource;
import dev.capstan.strategy.run.application.RunSignals;
import dev.capstan.strategy.run.domain.RunEnd;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Counts what was committed, wakes the keeper of runs then, and says what is under way. */
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
        this.candles = Counter.builder("capstan.strategy.candles")
                .description("Candles that runs took by this process")
                .register(registry);
        this.orders = Counter.builder("capstan.strategy.orders.sent")
                .description("Calls of this process that asked execution for an order, repeated ones too")
                .register(registry);
    }

    void listen(Runnable newListener) {
        listener = newListener;
    }

    @Override
    public void worthALook() {
        afterCommit(() -> listener.run());
    }

    @Override
    public void candleTaken() {
        counted(candles);
    }

    @Override
    public void orderSent() {
        counted(orders);
    }

    @Override
    public void attemptEnded(String cause) {
        counted(Counter.builder("capstan.strategy.attempts")
                .description("Attempts to trade that this process saw end")
                .tag("cause", cause)
                .register(registry));
    }

    @Override
    public void runEnded(RunEnd end) {
        counted(Counter.builder("capstan.strategy.ends")
                .description("Runs that this process ended: STOPPED by a person, or why they halted")
                .tag("reason", end.code())
                .register(registry));
    }

    private void counted(Counter counter) {
        afterCommit(() -> {
            counter.increment();
            done.incrementAndGet();
        });
    }

    /** A transaction may be repeated, or come to nothing. */
    private static void afterCommit(Runnable step) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            step.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                step.run();
            }
        });
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
