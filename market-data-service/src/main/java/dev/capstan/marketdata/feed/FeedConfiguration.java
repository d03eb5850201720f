package dev.capstan.marketdata.feed;

import dev.capstan.kit.settings.CapstanSettings;
import dev.capstan.marketdata.binance.BinanceRest;
import dev.capstan.marketdata.binance.NoVenue;
import dev.capstan.marketdata.binance.VenueApi;
import dev.capstan.marketdata.instrument.InstrumentCatalog;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the feed together from the settings. */
@Configuration(proxyBeanMethods = false)
class FeedConfiguration {

    @Bean(destroyMethod = "shutdownNow")
    HttpClient venueHttp() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    @Bean
    VenueApi venueApi(FeedSettings settings, HttpClient venueHttp) {
        return settings.isConfigured()
                ? new BinanceRest(venueHttp, Objects.requireNonNull(settings.restUrl()))
                : new NoVenue();
    }

    @Bean
    InstrumentCatalog instrumentCatalog(VenueApi venueApi, Clock clock) {
        return new InstrumentCatalog(venueApi, clock);
    }

    @Bean
    FeedLease feedLease(JdbcClient jdbc, CapstanSettings settings) {
        return new FeedLease(jdbc, BinanceRest.VENUE.text(), settings.instanceId());
    }
}
