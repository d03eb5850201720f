package dev.capstan.backtest.worker;

import dev.capstan.backtest.run.application.Runs;
import dev.capstan.backtest.run.domain.BacktestRun;
import dev.capstan.backtest.run.domain.RunResult;
import dev.capstan.backtest.run.domain.RunState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** {@code bt_runs_total}, {@code bt_fail_total}, {@code bt_latency_ms}, {@code bt_trades_total} and how long the queue is. */
final class RunMetrics {

    private final Map<RunState, Counter> runs = new EnumMap<>(RunState.class);
    private final Counter failures;
    private final Counter trades;
    private final DistributionSummary latency;
    private volatile Map<RunState, Long> open = Map.of();

    RunMetrics(MeterRegistry registry) {
        for (RunState state : RunState.values()) {
            if (state.isOver()) {
                runs.put(
                        state,
                        Counter.builder("bt.runs")
                                .description("Backtests that this process ended")
                                .tag("state", state.name())
                                .register(registry));
            }
        }
        failures = Counter.builder("bt.fail")
                .description("Backtests that failed or ran out of time")
                .register(registry);
        trades = Counter.builder("bt.trades")
                .description("Round trips of completed backtests")
                .register(registry);
        latency = DistributionSummary.builder("bt.latency.ms")
                .description("Milliseconds from the request to the completed backtest")
                .publishPercentileHistogram()
                .serviceLevelObjectives(50, 100, 250, 500, 1000, 2000, 5000, 10_000, 60_000)
                .minimumExpectedValue(1.0)
                .maximumExpectedValue(600_000.0)
                .register(registry);
        for (RunState state : new RunState[] {RunState.PENDING, RunState.RUNNING}) {
            Gauge.builder(
                            "bt.queue.depth",
                            this,
                            metrics -> metrics.open.getOrDefault(state, 0L).doubleValue())
                    .description("Backtests in all processes that wait or run")
                    .tag("state", state.name())
                    .register(registry);
        }
    }

    /** Notes a run that this process ended. */
    void ended(BacktestRun run) {
        Counter counter = runs.get(run.state());
        if (counter == null) {
            return;
        }
        counter.increment();
        if (run.state() == RunState.FAILED || run.state() == RunState.TIMED_OUT) {
            failures.increment();
        }
        RunResult result = run.result();
        Instant end = run.endedAt();
        if (result != null && end != null) {
            trades.increment(result.roundTrips());
            latency.record((double) Duration.between(run.queuedAt(), end).toMillis());
        }
    }

    void look(Runs queue) {
        open = queue.open();
    }
}
