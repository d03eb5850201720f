package dev.capstan.strategy.run.adapter.config;

import dev.capstan.kit.ids.Ids;
import dev.capstan.kit.settings.CapstanSettings;
import dev.capstan.strategy.definition.ParameterErrors;
import dev.capstan.strategy.definition.SavedStrategies;
import dev.capstan.strategy.run.adapter.work.LeaseSettings;
import dev.capstan.strategy.run.adapter.work.RunKeeper;
import dev.capstan.strategy.run.application.ApplyCandle;
import dev.capstan.strategy.run.application.ApplyOrderEvent;
import dev.capstan.strategy.run.application.CandleRecord;
import dev.capstan.strategy.run.application.CatchUp;
import dev.capstan.strategy.run.application.CheckStart;
import dev.capstan.strategy.run.application.Installation;
import dev.capstan.strategy.run.application.LiveRuns;
import dev.capstan.strategy.run.application.MarketRules;
import dev.capstan.strategy.run.application.OrderDesk;
import dev.capstan.strategy.run.application.Precondition;
import dev.capstan.strategy.run.application.RelayIntents;
import dev.capstan.strategy.run.application.RunSignals;
import dev.capstan.strategy.run.application.StartRun;
import dev.capstan.strategy.run.application.StopRun;
import dev.capstan.trading.strategy.StrategyKinds;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class RunConfiguration {

    @Bean
    CountedSignals runSignals(MeterRegistry registry, JdbcClient jdbc) {
        return new CountedSignals(registry, jdbc);
    }

    @Bean
    ApplyCandle applyCandle(LiveRuns runs, RunSignals signals, GuardSettings guards, Clock clock) {
        return new ApplyCandle(runs, signals, guards.openPositions(), clock);
    }

    @Bean
    ApplyOrderEvent applyOrderEvent(LiveRuns runs, RunSignals signals, Clock clock) {
        return new ApplyOrderEvent(runs, signals, clock);
    }

    @Bean
    CatchUp catchUp(LiveRuns runs, CandleRecord candles, ApplyCandle apply, Clock clock) {
        return new CatchUp(runs, candles, apply, clock);
    }

    @Bean
    RelayIntents relayIntents(LiveRuns runs, OrderDesk desk, RunSignals signals, Clock clock) {
        return new RelayIntents(runs, desk, signals, clock);
    }

    @Bean
    CheckStart checkStart(
            ParameterErrors parameters, SavedStrategies saved, MarketRules market, Installation installation) {
        return new CheckStart(parameters, saved, market, installation);
    }

    @Bean
    StartRun startRun(
            LiveRuns runs,
            CheckStart check,
            List<Precondition> preconditions,
            StrategyKinds kinds,
            Ids ids,
            GuardSettings guards) {
        return new StartRun(runs, check, preconditions, kinds, ids, guards.activeRuns());
    }

    @Bean
    StopRun stopRun(LiveRuns runs, RunSignals signals, Clock clock) {
        return new StopRun(runs, signals, clock);
    }

    @Bean
    RunKeeper runKeeper(
            LiveRuns runs,
            CatchUp catchUp,
            RelayIntents relay,
            LeaseSettings settings,
            CapstanSettings process,
            CountedSignals signals,
            Clock clock) {
        RunKeeper keeper = new RunKeeper(runs, catchUp, relay, settings, process.instanceId(), clock);
        signals.listen(keeper::wake);
        return keeper;
    }
}
