package dev.capstan.marketdata.feed;

import dev.capstan.kit.kafka.KafkaClients;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The producer of ticks, with the patience that a mark deserves. */
@Configuration(proxyBeanMethods = false)
class PublisherConfiguration {

    private static final int TICK_MILLIS = 5_000;

    /** Closed by the publisher, which gives it a limit: a producer closes only when its last record is delivered or given up. */
    @Bean(destroyMethod = "")
    Producer<String, byte[]> tickProducer(KafkaClients kafka) {
        return kafka.producer("ticks", TICK_MILLIS);
    }

    @Bean
    KafkaMarketPublisher marketPublisher(
            Producer<String, byte[]> tickProducer, MarketRecords records, FeedMonitor monitor) {
        return new KafkaMarketPublisher(tickProducer, records, monitor);
    }
}
