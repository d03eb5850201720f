package dev.capstan.marketdata.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class IntakeSettingsTest {

    private static final String FILL_LIMIT = "capstan.candles.fill-limit";

    @Test
    void haveADefaultAndAreReadByName() {
        assertThat(bind(Map.of())).isEqualTo(new IntakeSettings(Duration.ofDays(7)));
        assertThat(bind(Map.of(FILL_LIMIT, "12h"))).isEqualTo(new IntakeSettings(Duration.ofHours(12)));
    }

    @Test
    void refuseNonsenseByName() {
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> bind(Map.of(FILL_LIMIT, "0s")))
                .havingRootCause()
                .withMessageContaining(FILL_LIMIT);
    }

    private static IntakeSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("capstan.candles", IntakeSettings.class);
    }
}
