package dev.capstan.kit.kafka;

import dev.capstan.contracts.Topics;
import dev.capstan.kit.settings.StartRefused;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;

/**
 * Stops the start when a topic is missing: a service would otherwise run and silently publish nothing.
 *
 * <p>A broker that does not answer is no reason to stop. The service starts, not ready, and its clients find the broker when it is back.
 */
final class TopicCheck implements InitializingBean {

    private static final Logger log = LoggerFactory.getLogger(TopicCheck.class);

    private final KafkaClients clients;
    private final List<String> expected;

    TopicCheck(KafkaClients clients, List<String> expected) {
        this.clients = clients;
        this.expected = expected;
    }

    @Override
    public void afterPropertiesSet() {
        try (Admin admin = clients.admin()) {
            Set<String> missing = new TreeSet<>(expected);
            missing.removeAll(admin.listTopics().names().get());
            if (!missing.isEmpty()) {
                throw new StartRefused("Kafka has no topic " + String.join(", ", missing)
                        + "; topics are made by ./capstan up or the compose job, never by a service");
            }
        } catch (ExecutionException e) {
            log.warn("Kafka does not answer yet, topics were not checked: {}", String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Every topic there is, with its dead-letter topic. */
    static List<String> allTopics() {
        return Topics.all().stream()
                .flatMap(topic -> topic.deadLetters()
                        ? Stream.of(topic.name(), topic.name() + Topics.DEAD_LETTER_SUFFIX)
                        : Stream.of(topic.name()))
                .toList();
    }
}
