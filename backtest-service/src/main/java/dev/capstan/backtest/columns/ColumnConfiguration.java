package dev.capstan.backtest.columns;

import dev.capstan.backtest.market.MarketData;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ColumnConfiguration {

    @Bean
    SeriesColumns seriesColumns(
            MarketData market, ColumnSettings settings, @Value("${java.io.tmpdir}") Path temporary, Clock clock) {
        String folder = settings.folder();
        Path place = folder == null || folder.isBlank() ? temporary.resolve("candle-columns") : Path.of(folder);
        return new SeriesColumns(
                market, new ColumnFolder(place, settings.maxSize().toBytes(), clock));
    }
}
