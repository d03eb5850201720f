package dev.capstan.strategy.run.adapter.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class GuardSettingsTest {

    private static final String PREFIX = "capstan.strategy.guards";

    @Test
    void haveDefaults() {
        assertThat(bind(Map.of())).isEqualTo(new GuardSettings(1, 1));
    }

    @Test
    void areReadByName() {
        assertThat(bind(Map.of(PREFIX + ".active-runs", "3", PREFIX + ".open-positions", "2")))
                .isEqualTo(new GuardSettings(3, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"active-runs=0", "open-positions=-1"})
    void refuseNonsenseByName(String setting) {
        String[] parts = setting.split("=");
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> bind(Map.of(PREFIX + "." + parts[0], parts[1])))
                .havingRootCause()
                .withMessageContaining(PREFIX + "." + parts[0]);
    }

    private static GuardSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate(PREFIX, GuardSettings.class);
    }
}
