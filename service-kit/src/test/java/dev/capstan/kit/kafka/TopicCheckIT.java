package dev.capstan.kit.kafka;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.kit.settings.SettingsForTests;
import dev.capstan.kit.settings.StartRefused;
import dev.capstan.launcher.process.Ports;
import dev.capstan.launcher.testing.TestStack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicCheckIT {

    @Test
    void passesWhenEveryTopicIsThere() {
        assertThatCode(() -> check(TestStack.shared().bootstrapServers(), TopicCheck.allTopics()))
                .doesNotThrowAnyException();
    }

    @Test
    void namesATopicThatIsMissing() {
        assertThatThrownBy(() -> check(TestStack.shared().bootstrapServers(), List.of("kit.nobody.made.this.v1")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("Kafka has no topic kit.nobody.made.this.v1");
    }

    @Test
    void letsTheServiceStartWhileNoBrokerAnswers() {
        assertThatCode(() -> check("127.0.0.1:" + Ports.free(), TopicCheck.allTopics()))
                .doesNotThrowAnyException();
    }

    private static void check(String servers, List<String> topics) {
        new TopicCheck(
                        new KafkaClients(SettingsForTests.bound(Map.of("capstan.kafka.bootstrap-servers", servers))),
                        topics)
                .afterPropertiesSet();
    }
}
