package dev.capstan.gateway.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.capstan.gateway.forwarding.ForwardingSettings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class IdempotencySettingsTest {

    private static final String PREFIX = "capstan.gateway.idempotency";

    @Test
    void haveDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(
                        new IdempotencySettings(Duration.ofSeconds(30), Duration.ofSeconds(150), Duration.ofHours(24)));
    }

    @Test
    void areReadByName() {
        assertThat(bind(Map.of(PREFIX + ".lease", "11s", PREFIX + ".upload-lease", "12s", PREFIX + ".retention", "2m")))
                .isEqualTo(
                        new IdempotencySettings(Duration.ofSeconds(11), Duration.ofSeconds(12), Duration.ofMinutes(2)));
    }

    @Test
    void refuseNonsenseByName() {
        assertRefused(Map.of(PREFIX + ".lease", "0s"), PREFIX + ".lease");
        assertRefused(Map.of(PREFIX + ".retention", "30s"), PREFIX + ".retention");
    }

    @Test
    void refuseALeaseThatItsOwnCallMayOutlive() {
        assertOutlived("call-timeout", "30s", PREFIX + ".lease");
        assertOutlived("upload-timeout", "150s", PREFIX + ".upload-lease");
    }

    private static void assertOutlived(String timeout, String value, String lease) {
        ForwardingSettings slow = new Binder(
                        new MapConfigurationPropertySource(Map.of("capstan.gateway.forwarding." + timeout, value)))
                .bindOrCreate("capstan.gateway.forwarding", ForwardingSettings.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bind(Map.of()).requireLongerThan(slow))
                .withMessageContaining(lease);
    }

    private static void assertRefused(Map<String, String> properties, String name) {
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> bind(properties))
                .havingRootCause()
                .withMessageContaining(name);
    }

    private static IdempotencySettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate(PREFIX, IdempotencySettings.class);
    }
}
