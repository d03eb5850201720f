package dev.capstan.strategy.run.adapter.config;

import dev.capstan.kit.activity.ActivitySource;
import dev.capstan.strategy.run.application.RunSignals;
import dev.capstan.strategy.run.domain.RunEnd;
import dev.capstan.strategy.run.domain.RunId;
import dev.capstan.strategy.run.domain.RunStatus;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Counts what was committed, wakes the keeper of runs then, and says what is under way. */
final class CountedSignals implements RunSignals, ActivitySource {

    private static final Logger log = LoggerFactory.getLogger(CountedSignals.class);

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
    public void runEnded(RunId run, RunEnd end, @Nullable BigDecimal position) {
        afterCommit(() -> tell(run, end, position));
        counted(Counter.builder("capstan.strategy.ends")
                .description("Runs that this process ended: STOPPED by a person, or why they halted")
                .tag("reason", end.code())
                .register(registry));
    }

    /** Nobody watches the stop of a position whose run is over: that is for a person to know. */
    private static void tell(RunId run, RunEnd end, @Nullable BigDecimal position) {
        Level level = end.status() == RunStatus.HALTED ? Level.WARN : Level.INFO;
        log.atLevel(level)
                .log(
                        "Run {} is over, by {}: {}; position left to its account: {}",
                        run,
                        end.by(),
                        end.reason(),
                        position == null ? "unknown" : position.toPlainString());
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
