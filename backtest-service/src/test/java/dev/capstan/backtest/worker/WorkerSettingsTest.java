package dev.capstan.backtest.worker;

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

class WorkerSettingsTest {

    private static final String PREFIX = "capstan.backtest.workers";

    @Test
    void haveDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(
                        new WorkerSettings(0, Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofMillis(250)));
    }

    @Test
    void areReadByName() {
        assertThat(bind(Map.of(
                        PREFIX + ".count", "3",
                        PREFIX + ".lease", "30s",
                        PREFIX + ".heartbeat", "5s",
                        PREFIX + ".poll", "1s")))
                .isEqualTo(new WorkerSettings(3, Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"count=-1", "lease=2s", "heartbeat=1ms", "poll=0s"})
    void refuseNonsenseByName(String setting) {
        String[] parts = setting.split("=");
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> bind(Map.of(PREFIX + "." + parts[0], parts[1])))
                .havingRootCause()
                .withMessageContaining(PREFIX + "." + parts[0]);
    }

    @Test
    void halfTheProcessorsWorkUnlessSaidOtherwise() {
        assertThat(bind(Map.of()).countOn(8)).isEqualTo(4);
        assertThat(bind(Map.of()).countOn(1)).isOne();
        assertThat(bind(Map.of(PREFIX + ".count", "3")).countOn(1)).isEqualTo(3);
    }

    private static WorkerSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate(PREFIX, WorkerSettings.class);
    }
}
