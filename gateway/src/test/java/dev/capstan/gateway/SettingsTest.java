package dev.capstan.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.capstan.gateway.forwarding.ForwardingSettings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class SettingsTest {

    private static final String PREFIX = "capstan.gateway.forwarding";

    @Test
    void haveDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(new ForwardingSettings(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(10),
                        DataSize.ofMegabytes(8),
                        Duration.ofSeconds(120),
                        8,
                        Duration.ofMinutes(10)));
    }

    @Test
    void areReadByName() {
        assertThat(bind(Map.of(
                        PREFIX + ".connect-timeout", "2s",
                        PREFIX + ".call-timeout", "3s",
                        PREFIX + ".wait-timeout", "4s",
                        PREFIX + ".answer-limit", "5KB",
                        PREFIX + ".body-timeout", "6s",
                        PREFIX + ".upload-timeout", "7s",
                        PREFIX + ".uploads", "9",
                        PREFIX + ".stream-timeout", "10s")))
                .isEqualTo(new ForwardingSettings(
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(6),
                        DataSize.ofKilobytes(5),
                        Duration.ofSeconds(7),
                        9,
                        Duration.ofSeconds(10)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connect-timeout=0s",
                "call-timeout=-1s",
                "wait-timeout=0s",
                "body-timeout=0s",
                "upload-timeout=0s",
                "uploads=0",
                "stream-timeout=0s",
                "answer-limit=0KB",
                "answer-limit=2GB"
            })
    void refuseNonsenseByName(String setting) {
        String[] parts = setting.split("=");
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> bind(Map.of(PREFIX + "." + parts[0], parts[1])))
                .havingRootCause()
                .withMessageContaining(PREFIX + "." + parts[0]);
    }

    private static ForwardingSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate(PREFIX, ForwardingSettings.class);
    }
}
