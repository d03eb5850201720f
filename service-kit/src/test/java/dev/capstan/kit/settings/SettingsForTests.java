package dev.capstan.kit.settings;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings from a map, with harmless values for what a test does not care about. */
public final class SettingsForTests {

    private SettingsForTests() {}

    public static CapstanSettings bound(Map<String, String> changes) {
        Map<String, String> values = new HashMap<>(Map.of(
                "capstan.profile", "local",
                "capstan.instance-id", "sample-1",
                "capstan.advertised-url", "http://127.0.0.1:1",
                "capstan.port", "0",
                "capstan.schema", "sample",
                "capstan.kafka.bootstrap-servers", "127.0.0.1:1",
                "capstan.security.issuer-uri", "http://127.0.0.1:1",
                "capstan.security.jwk-set-uri", "http://127.0.0.1:1",
                "capstan.security.token-uri", "http://127.0.0.1:1"));
        values.putAll(changes);
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("capstan", CapstanSettings.class);
    }
}
