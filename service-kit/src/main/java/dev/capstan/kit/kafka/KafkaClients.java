package dev.capstan.kit.kafka;

import dev.capstan.kit.settings.CapstanSettings;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Makes clients. Payloads are bytes on both sides: what cannot be parsed is then an ordinary case and never a stuck partition. */
public final class KafkaClients {

    private final CapstanSettings settings;

    public KafkaClients(CapstanSettings settings) {
        this.settings = settings;
    }

    /**
     * A producer that loses and reorders nothing while it lives.
     *
     * @param deliveryTimeoutMillis after which a send that is still unanswered fails
     */
    public Producer<String, byte[]> producer(String purpose, int deliveryTimeoutMillis) {
        Map<String, Object> config = common(purpose);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // With more, a batch of a key can already be on its way out in the moment in which the one before it is given
        // up. While one
        // request is under way the next batch grows, so little is lost.
        config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        // The default of 5 ms would be paid on every hop of an order.
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, deliveryTimeoutMillis);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, deliveryTimeoutMillis / 2);
        config.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, deliveryTimeoutMillis / 2);
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * A member of a group that shares the partitions of a topic.
     *
     * @param group also the key of what the group has applied; never changes
     */
    public Consumer<String, byte[]> groupMember(String group, int maxRecords) {
        Map<String, Object> config = consumerConfig(group);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        // A process that died and is back takes its old partitions at once instead of waiting until its former self is
        // missed.
        config.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, settings.instanceId());
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, maxRecords);
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** A reader without a group, which chooses its partitions and places itself. */
    public Consumer<String, byte[]> reader(String purpose) {
        return new KafkaConsumer<>(consumerConfig(purpose), new StringDeserializer(), new ByteArrayDeserializer());
    }

    public Admin admin() {
        Map<String, Object> config = common("admin");
        config.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, 1_000);
        config.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, 2_000);
        return Admin.create(config);
    }

    private Map<String, Object> consumerConfig(String purpose) {
        Map<String, Object> config = common(purpose);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return config;
    }

    private Map<String, Object> common(String purpose) {
        Map<String, Object> config = new HashMap<>();
        config.put(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.kafka().bootstrapServers());
        config.put(CommonClientConfigs.CLIENT_ID_CONFIG, settings.instanceId() + "-" + purpose);
        // A broker that comes back is found within a second, also after a long outage.
        config.put(CommonClientConfigs.RECONNECT_BACKOFF_MS_CONFIG, 50);
        config.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        config.put(CommonClientConfigs.RETRY_BACKOFF_MAX_MS_CONFIG, 500);
        return config;
    }
}
