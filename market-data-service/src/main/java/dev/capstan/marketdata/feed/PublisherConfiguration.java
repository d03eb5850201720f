package dev.capstan.marketdata.feed;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The producers of ticks and candles: no lingering, and patience as each deserves. */
@Configuration(proxyBeanMethods = false)
class PublisherConfiguration {

    /** Closed by the publisher, which gives it a limit: a producer closes only when its last record is delivered or given up. */
    @Bean(destroyMethod = "")
    Producer<String, byte[]> tickProducer(KafkaProperties properties) {
        return producer(properties, "ticks", 5_000, 4 << 20);
    }

    @Bean(destroyMethod = "")
    Producer<String, byte[]> candleProducer(KafkaProperties properties) {
        return producer(properties, "candles", 120_000, 8 << 20);
    }

    @Bean
    KafkaMarketPublisher marketPublisher(
            Producer<String, byte[]> tickProducer,
            Producer<String, byte[]> candleProducer,
            MarketRecords records,
            FeedMonitor monitor) {
        return new KafkaMarketPublisher(tickProducer, candleProducer, records, monitor);
    }

    private static Producer<String, byte[]> producer(
            KafkaProperties properties, String name, int deliveryMillis, int bufferBytes) {
        Map<String, Object> settings = new HashMap<>(properties.buildProducerProperties());
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "market-data-" + name);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Math.min(deliveryMillis, 60_000));
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.min(deliveryMillis, 30_000));
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, deliveryMillis);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, bufferBytes);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }
}
