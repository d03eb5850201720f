package dev.capstan.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LimitSettingsTest {

    private static final String PREFIX = "capstan.gateway.limits";

    @Test
    void haveDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(new LimitSettings(LimitSettings.Profile.STANDARD, 1200, 6000, 600, 3000, 60, 10, 300));
    }

    @Test
    void areReadByName() {
        assertThat(bind(Map.of(
                        PREFIX + ".profile", "raised-limits",
                        PREFIX + ".reads-per-user", "1",
                        PREFIX + ".reads-per-address", "2",
                        PREFIX + ".writes-per-user", "3",
                        PREFIX + ".writes-per-address", "4",
                        PREFIX + ".strategy-per-user", "5",
                        PREFIX + ".strategy-per-address", "6",
                        PREFIX + ".without-token-per-address", "7")))
                .isEqualTo(new LimitSettings(LimitSettings.Profile.RAISED_LIMITS, 1, 2, 3, 4, 5, 6, 7));
    }

    @Test
    void areRaisedForLoadTests() {
        LimitSettings raised = bind(Map.of(PREFIX + ".profile", "raised-limits"));
        assertThat(raised.perUser(RouteGroup.WRITES)).isEqualTo(600_000);
        assertThat(raised.perAddress(RouteGroup.STRATEGY)).isEqualTo(10_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reads-per-user=0", "strategy-per-address=-1", "writes-per-address=1000001"})
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
