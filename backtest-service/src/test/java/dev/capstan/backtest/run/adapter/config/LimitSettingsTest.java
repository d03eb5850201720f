package dev.capstan.backtest.run.adapter.config;

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

class LimitSettingsTest {

    private static final String PREFIX = "capstan.backtest.limits";

    @Test
    void haveDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(new LimitSettings(2_000_000, 200_000, Duration.ofMinutes(5), Duration.ofHours(1)));
    }

    @Test
    void areReadByName() {
        assertThat(bind(Map.of(
                        PREFIX + ".max-candles", "1000",
                        PREFIX + ".max-orders", "50",
                        PREFIX + ".default-timeout", "10s",
                        PREFIX + ".max-timeout", "1m")))
                .isEqualTo(new LimitSettings(1_000, 50, Duration.ofSeconds(10), Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"max-candles=0", "max-orders=0", "default-timeout=2h", "max-timeout=0s"})
    void refuseNonsenseByName(String setting) {
        String[] parts = setting.split("=");
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> bind(Map.of(PREFIX + "." + parts[0], parts[1])))
                .havingRootCause()
                .withMessageContaining(PREFIX + "." + parts[0]);
    }

    private static LimitSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate(PREFIX, LimitSettings.class);
    }
}
