package dev.capstan.marketdata.upkeep;

import dev.capstan.kit.settings.CapstanSettings;
import dev.capstan.marketdata.binance.BinanceRest;
import dev.capstan.marketdata.binance.Klines;
import dev.capstan.marketdata.candle.domain.CandleArrivals;
import dev.capstan.marketdata.candle.domain.CandleRemoval;
import dev.capstan.marketdata.candle.domain.Candles;
import dev.capstan.marketdata.feed.FeedSettings;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the jobs together from the settings. */
@Configuration(proxyBeanMethods = false)
class UpkeepConfiguration {

    @Bean
    Market market(FeedSettings feed) {
        return new Market(BinanceRest.VENUE, feed.marketEpoch());
    }

    @Bean
    BackFill backFill(
            Market market,
            UpkeepSettings settings,
            Klines klines,
            Candles candles,
            CandleArrivals arrivals,
            Clock clock) {
        return new BackFill(market, settings.backFill(), klines, candles, arrivals, clock);
    }

    @Bean
    Retention retention(Market market, UpkeepSettings settings, Candles candles, CandleRemoval removal) {
        return new Retention(market, settings.keep(), settings.keepReplays(), candles, removal);
    }

    @Bean
    ScheduledJobs scheduledJobs(List<Job> jobs, JdbcClient jdbc, CapstanSettings process, UpkeepSettings settings) {
        return new ScheduledJobs(jobs, new JobLease(jdbc, process.instanceId()), settings.every());
    }
}
