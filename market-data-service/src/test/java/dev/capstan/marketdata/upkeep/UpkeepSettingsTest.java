package dev.capstan.marketdata.upkeep;

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

class UpkeepSettingsTest {

    private static final String PREFIX = "capstan.candles.upkeep.";

    @Test
    void haveDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(
                        new UpkeepSettings(Duration.ofHours(1), Duration.ofDays(1), Duration.ZERO, Duration.ofDays(7)));
    }

    @Test
    void areReadByName() {
        assertThat(bind(Map.of(
                        PREFIX + "every", "5m",
                        PREFIX + "back-fill", "3d",
                        PREFIX + "keep", "400d",
                        PREFIX + "keep-replays", "1d")))
                .isEqualTo(new UpkeepSettings(
                        Duration.ofMinutes(5), Duration.ofDays(3), Duration.ofDays(400), Duration.ofDays(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"every=0s", "back-fill=-1d", "keep=-1d", "keep-replays=-1s"})
    void refuseNonsenseByName(String setting) {
        String[] parts = setting.split("=");
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> bind(Map.of(PREFIX + parts[0], parts[1])))
                .havingRootCause()
                .withMessageContaining(PREFIX + parts[0]);
    }

    private static UpkeepSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("capstan.candles.upkeep", UpkeepSettings.class);
    }
}
