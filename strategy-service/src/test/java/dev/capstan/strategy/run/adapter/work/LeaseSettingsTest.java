package dev.capstan.strategy.run.adapter.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LeaseSettingsTest {

    private static final String PREFIX = "capstan.strategy.leases";

    @Test
    void haveDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(new LeaseSettings(Duration.ofSeconds(10), Duration.ofSeconds(3), Duration.ofMillis(100), 4));
    }

    @Test
    void areReadByName() {
        assertThat(bind(Map.of(
                        PREFIX + ".lease",
                        "30s",
                        PREFIX + ".renewal",
                        "5s",
                        PREFIX + ".poll",
                        "1s",
                        PREFIX + ".threads",
                        "2")))
                .isEqualTo(new LeaseSettings(Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofSeconds(1), 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lease=8s", "renewal=1ms", "poll=0s", "threads=0"})
    void refuseNonsenseByName(String setting) {
        String[] parts = setting.split("=");
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> bind(Map.of(PREFIX + "." + parts[0], parts[1])))
                .havingRootCause()
                .withMessageContaining(PREFIX + "." + parts[0]);
    }

    private static LeaseSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate(PREFIX, LeaseSettings.class);
    }
}
