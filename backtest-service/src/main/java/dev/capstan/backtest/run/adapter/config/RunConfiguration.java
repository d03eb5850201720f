package dev.capstan.backtest.run.adapter.config;

import dev.capstan.backtest.defaults.Charges;
import dev.capstan.backtest.market.MarketData;
import dev.capstan.backtest.run.application.AwaitRun;
import dev.capstan.backtest.run.application.CancelRun;
import dev.capstan.backtest.run.application.CheckMarket;
import dev.capstan.backtest.run.application.CheckRequest;
import dev.capstan.backtest.run.application.RunLimits;
import dev.capstan.backtest.run.application.RunSignals;
import dev.capstan.backtest.run.application.Runs;
import dev.capstan.backtest.run.application.StartRun;
import dev.capstan.kit.ids.Ids;
import dev.capstan.trading.strategy.StrategyKinds;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RunConfiguration {

    @Bean
    RunSignals runSignals() {
        return new RunSignals();
    }

    @Bean
    RunLimits runLimits(LimitSettings settings) {
        return new RunLimits(
                settings.maxCandles(), settings.maxOrders(), settings.defaultTimeout(), settings.maxTimeout());
    }

    @Bean
    CheckRequest checkRequest(StrategyKinds kinds, Charges defaults, RunLimits limits) {
        return new CheckRequest(kinds, defaults, limits);
    }

    @Bean
    CheckMarket checkMarket(MarketData market, RunLimits limits) {
        return new CheckMarket(market, limits);
    }

    @Bean
    StartRun startRun(Runs runs, CheckRequest requests, CheckMarket market, RunSignals signals, Ids ids, Clock clock) {
        return new StartRun(runs, requests, market, signals, ids, clock);
    }

    @Bean
    CancelRun cancelRun(Runs runs, RunSignals signals) {
        return new CancelRun(runs, signals);
    }

    @Bean
    AwaitRun awaitRun(Runs runs, RunSignals signals) {
        return new AwaitRun(runs, signals);
    }
}
