package dev.capstan.backtest.worker;

import dev.capstan.backtest.columns.SeriesColumns;
import dev.capstan.backtest.evidence.ObjectStore;
import dev.capstan.backtest.run.application.RunLimits;
import dev.capstan.backtest.run.application.RunSignals;
import dev.capstan.backtest.run.application.Runs;
import dev.capstan.kit.json.EventJson;
import dev.capstan.kit.settings.CapstanSettings;
import dev.capstan.trading.strategy.StrategyKinds;
import dev.capstan.trading.strategy.builtin.BuiltInStrategies;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WorkerConfiguration {

    @Bean
    RunMetrics runMetrics(MeterRegistry registry, RunSignals signals) {
        RunMetrics metrics = new RunMetrics(registry);
        signals.listen(metrics::ended);
        return metrics;
    }

    @Bean
    RunningRuns runningRuns() {
        return new RunningRuns();
    }

    @Bean
    StrategyKinds strategyKinds() {
        return BuiltInStrategies.kinds();
    }

    @Bean
    Simulation simulation(
            SeriesColumns columns,
            StrategyKinds kinds,
            ObjectStore objects,
            EventJson json,
            Runs runs,
            RunLimits limits,
            WorkerSettings settings) {
        return new EngineSimulation(columns, kinds, objects, json, runs, limits.mostOrders(), settings.lease());
    }

    @Bean
    RunOne runOne(Runs runs, Simulation simulation, RunSignals signals, WorkerSettings settings) {
        return new RunOne(runs, simulation, signals, settings.lease());
    }

    @Bean
    WorkerPool workerPool(
            Runs runs,
            RunOne runOne,
            RunningRuns running,
            RunSignals signals,
            WorkerSettings settings,
            CapstanSettings process) {
        return new WorkerPool(
                runs,
                runOne,
                running,
                signals,
                settings,
                process.instanceId(),
                Runtime.getRuntime().availableProcessors());
    }

    @Bean
    Heart heart(Runs runs, RunningRuns running, RunSignals signals, RunMetrics metrics, WorkerSettings settings) {
        return new Heart(runs, running, signals, metrics, settings);
    }
}
