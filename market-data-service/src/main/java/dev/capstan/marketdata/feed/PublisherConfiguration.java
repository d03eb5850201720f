package dev.capstan.marketdata.feed;

import dev.capstan.kit.kafka.KafkaClients;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The producers of ticks and candles, with the patience each deserves. */
@Configuration(proxyBeanMethods = false)
class PublisherConfiguration {

    private static final int TICK_MILLIS = 5_000;
    private static final int CANDLE_MILLIS = 120_000;

    /** Closed by the publisher, which gives it a limit: a producer closes only when its last record is delivered or given up. */
    @Bean(destroyMethod = "")
    Producer<String, byte[]> tickProducer(KafkaClients kafka) {
        return kafka.producer("ticks", TICK_MILLIS);
    }

    @Bean(destroyMethod = "")
    Producer<String, byte[]> candleProducer(KafkaClients kafka) {
        return kafka.producer("candles", CANDLE_MILLIS);
    }

    @Bean
    KafkaMarketPublisher marketPublisher(
            Producer<String, byte[]> tickProducer,
            Producer<String, byte[]> candleProducer,
            MarketRecords records,
            FeedMonitor monitor) {
        return new KafkaMarketPublisher(tickProducer, candleProducer, records, monitor);
    }
}
