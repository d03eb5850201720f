package dev.capstan.launcher.component;

import dev.capstan.contracts.Topics;
import dev.capstan.contracts.Topics.Cleanup;
import dev.capstan.contracts.Topics.Topic;
import dev.capstan.launcher.LaunchFailure;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes the topics our services expect. */
public final class KafkaTopics {

    private static final short REPLICATION = 1;

    private KafkaTopics() {}

    /** Makes what is missing, each topic and its dead-letter topic with the same number of partitions; may be repeated. */
    public static void create(String bootstrapServers, List<Topic> topics) {
        try (Admin admin = admin(bootstrapServers, 30_000)) {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> missing = topics.stream()
                    .flatMap(KafkaTopics::withDeadLetters)
                    .filter(topic -> !present.contains(topic.name()))
                    .toList();
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) { // made by somebody else between list and create
                throw new LaunchFailure("cannot make the topics: " + e.getMessage(), e);
            }
        } catch (InterruptedException e) {
            throw LaunchFailure.interrupted("making the topics", e);
        }
    }

    static boolean brokerAnswers(String bootstrapServers) {
        try (Admin admin = admin(bootstrapServers, 5_000)) {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException e) {
            return false; // not yet: the caller asks again and has a limit
        } catch (InterruptedException e) {
            throw LaunchFailure.interrupted("asking Kafka", e);
        }
    }

    static String newClusterId() {
        return Uuid.randomUuid().toString();
    }

    private static Stream<NewTopic> withDeadLetters(Topic topic) {
        NewTopic own = topic(topic.name(), topic.cleanup(), topic.retentionMillis());
        // Dead letters wait for a person: they are kept for ever, whatever their topic keeps.
        return topic.deadLetters()
                ? Stream.of(own, topic(topic.name() + Topics.DEAD_LETTER_SUFFIX, Cleanup.DELETE, -1))
                : Stream.of(own);
    }

    private static NewTopic topic(String name, Cleanup cleanup, long retentionMillis) {
        String policy =
                cleanup == Cleanup.COMPACT ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE;
        return new NewTopic(name, Topics.PARTITIONS, REPLICATION)
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        policy,
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(retentionMillis)));
    }

    private static Admin admin(String bootstrapServers, int limitMillis) {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, limitMillis / 2,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, limitMillis));
    }
}
