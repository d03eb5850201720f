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
import dev.capstan.strategy.run.application.ChooseStrategy;
import dev.capstan.strategy.run.application.Installation;
import dev.capstan.strategy.run.application.LiveRuns;
import dev.capstan.strategy.run.application.MarketRules;
import dev.capstan.strategy.run.application.OrderDesk;
import dev.capstan.strategy.run.application.Precondition;
import dev.capstan.strategy.run.application.RelayIntents;
import dev.capstan.strategy.run.application.RunLeases;
import dev.capstan.strategy.run.application.RunSignals;
import dev.capstan.strategy.run.application.StartRun;
import dev.capstan.strategy.run.application.StopRun;
import dev.capstan.strategy.run.application.WatchMarkets;
import dev.capstan.trading.strategy.StrategyKinds;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
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
    RunGauges runGauges(JdbcClient jdbc) {
        return new RunGauges(jdbc);
    }

    @Bean
    ApplyCandle applyCandle(LiveRuns runs, RunSignals signals, GuardSettings guards, Clock clock) {
        return new ApplyCandle(runs, signals, guards.openPositions(), rowClock(clock));
    }

    @Bean
    ApplyOrderEvent applyOrderEvent(LiveRuns runs, RunSignals signals, Clock clock) {
        return new ApplyOrderEvent(runs, signals, rowClock(clock));
    }

    @Bean
    CatchUp catchUp(LiveRuns runs, CandleRecord candles, ApplyCandle apply) {
        return new CatchUp(runs, candles, apply);
    }

    @Bean
    RelayIntents relayIntents(LiveRuns runs, OrderDesk desk, RunSignals signals, Clock clock) {
        return new RelayIntents(runs, desk, signals, rowClock(clock));
    }

    @Bean
    WatchMarkets watchMarkets(LiveRuns runs, RunLeases leases, MarketRules market, Clock clock) {
        return new WatchMarkets(runs, leases, market, rowClock(clock));
    }

    @Bean
    CheckStart checkStart(
            ParameterErrors parameters, SavedStrategies saved, MarketRules market, Installation installation) {
        return new CheckStart(new ChooseStrategy(parameters, saved), market, installation);
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
        return new StopRun(runs, signals, rowClock(clock));
    }

    /** Times are kept in microseconds; an answer made before a row is stored shows the time that the row will show. */
    private static Clock rowClock(Clock clock) {
        return Clock.tick(clock, Duration.of(1, ChronoUnit.MICROS));
    }

    @Bean
    RunKeeper runKeeper(
            RunLeases leases,
            CatchUp catchUp,
            RelayIntents relay,
            WatchMarkets markets,
            LeaseSettings settings,
            CapstanSettings process,
            CountedSignals signals,
            Clock clock) {
        RunKeeper keeper = new RunKeeper(leases, catchUp, relay, markets, settings, process.instanceId(), clock);
        signals.listen(keeper::wake);
        return keeper;
    }
}
