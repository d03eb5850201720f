package dev.capstan.launcher.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PinnedComponentTest {

    private static final Pattern KAFKA_JAR = Pattern.compile("kafka[a-z_0-9.-]*?-([0-9]+\\.[0-9]+\\.[0-9]+)\\.jar");

    @ParameterizedTest
    @EnumSource
    void descriptorNamesTheVersionWeStart(PinnedComponent component) {
        assertThat(component.descriptor()).contains("<version>" + component.version() + "</version>");
    }

    /** Under another module's dependency management the broker silently becomes a mix of two versions. */
    @Test
    void brokerClassPathHoldsOneKafkaVersion() {
        assertThat(kafkaVersions(PinnedComponent.KAFKA.sums()).distinct())
                .containsExactly(PinnedComponent.KAFKA.version());
    }

    @Test
    void mixedClassPathWouldBeSeen() {
        List<String> versions = kafkaVersions("aa  kafka_2.13-4.3.1.jar\nbb  kafka-clients-4.2.1.jar\n")
                .toList();
        assertThat(versions).containsExactly("4.3.1", "4.2.1");
    }

    private static Stream<String> kafkaVersions(String sums) {
        return KAFKA_JAR.matcher(sums).results().map((MatchResult jar) -> jar.group(1));
    }
}
