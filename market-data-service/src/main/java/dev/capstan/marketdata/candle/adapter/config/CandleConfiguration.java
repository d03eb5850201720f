package dev.capstan.marketdata.candle.adapter.config;

import dev.capstan.marketdata.candle.application.ReadCandles;
import dev.capstan.marketdata.candle.domain.Candles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CandleConfiguration {

    @Bean
    ReadCandles readCandles(Candles candles) {
        return new ReadCandles(candles);
    }
}
