package dev.capstan.kit.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class SettingsTest {

    private static final Map<String, Object> GOOD = Map.ofEntries(
            Map.entry("CAPSTAN_PROFILE", "local"),
            Map.entry("CAPSTAN_INSTANCE_ID", "risk-1"),
            Map.entry("CAPSTAN_ADVERTISED_URL", "http://127.0.0.1:8082"),
            Map.entry("CAPSTAN_PORT", "8082"),
            Map.entry("CAPSTAN_DATABASE_URL", "jdbc:postgresql://127.0.0.1:5442/capstan"),
            Map.entry("CAPSTAN_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9192"),
            Map.entry("CAPSTAN_ISSUER_URI", "http://127.0.0.1:8180/realms/capstan"),
            Map.entry("CAPSTAN_JWK_SET_URI", "http://127.0.0.1:8180/realms/capstan/certs"),
            Map.entry("CAPSTAN_TOKEN_URI", "http://127.0.0.1:8180/realms/capstan/token"),
            Map.entry("CAPSTAN_URL_EXECUTION", "http://127.0.0.1:8081, http://127.0.0.1:9081"),
            Map.entry("capstan.schema", "risk"),
            Map.entry("capstan.database.password", "p"),
            Map.entry("capstan.database.owner-password", "o"),
            Map.entry("spring.application.name", "risk-service"));

    @Test
    void mapsTheEnvironmentToEveryLibrary() {
        try (GenericApplicationContext context = context(Map.of())) {
            new SettingsCheck().initialize(context);
            assertThat(property(context, "server.port")).isEqualTo("8082");
            assertThat(property(context, "spring.datasource.username")).isEqualTo("risk");
            assertThat(property(context, "spring.datasource.hikari.data-source-properties.currentSchema"))
                    .isEqualTo("risk");
            assertThat(property(context, "spring.flyway.user")).isEqualTo("risk_owner");
            assertThat(property(context, "spring.flyway.password")).isEqualTo("o");
            assertThat(property(context, "spring.kafka.bootstrap-servers")).isEqualTo("127.0.0.1:9192");
        }
    }

    @Test
    void splitsReplicas() {
        CapstanSettings settings =
                SettingsForTests.bound(Map.of("capstan.services.risk", "http://127.0.0.1:1, http://127.0.0.1:2,"));
        assertThat(settings.replicasOf("risk")).containsExactly("http://127.0.0.1:1", "http://127.0.0.1:2");
        assertThat(settings.replicasOf("execution")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CAPSTAN_PORT|abc|capstan.port = 'abc': expected a number (environment CAPSTAN_PORT)",
                "CAPSTAN_PORT|70000|capstan.port = '70000': expected a port from 0 to 65535 (environment CAPSTAN_PORT)",
                "CAPSTAN_PORT|''|capstan.port is not set: expected a port from 0 to 65535 (environment CAPSTAN_PORT)",
                "CAPSTAN_INSTANCE_ID|Risk 1|capstan.instance-id = 'Risk 1': expected a name",
                "CAPSTAN_DATABASE_URL|mysql://x|capstan.database.url = 'mysql://x': expected a URL, e.g. jdbc:postgresql",
                "CAPSTAN_ISSUER_URI|nonsense|capstan.security.issuer-uri = 'nonsense': expected a URL",
                "CAPSTAN_KAFKA_BOOTSTRAP_SERVERS|kafka|capstan.kafka.bootstrap-servers = 'kafka': expected host:port",
                "capstan.schema|''|capstan.schema is not set: expected the service's schema",
                "capstan.database.password|''|capstan.database.password is not set: expected a file of this name",
                "capstan.http.max-body-size|big|capstan.http.max-body-size = 'big': expected a size, e.g. 64KB",
                "capstan.kafka.enabled|perhaps|capstan.kafka.enabled = 'perhaps': expected true or false"
            })
    void namesTheBadSettingItsValueAndWhatWasExpected(String name, String value, String line) {
        assertThat(refusal(Map.of(name, value))).startsWith(line).doesNotContain("\n");
    }

    @Test
    void neverShowsASecret() {
        try (GenericApplicationContext context = context(Map.of())) {
            String line = new SettingFailureAnalyzer(context.getEnvironment())
                    .line("capstan.database.password", "hunter2", "expected x");
            assertThat(line).isEqualTo("capstan.database.password = '******': expected x");
        }
        assertThat(SettingsForTests.bound(Map.of(
                                "capstan.database.url", "jdbc:postgresql://x/y",
                                "capstan.database.password", "hunter2",
                                "capstan.database.owner-password", "hunter2",
                                "capstan.security.client-secret", "hunter2"))
                        .toString())
                .doesNotContain("hunter2");
    }

    private static String refusal(Map<String, Object> changes) {
        try (GenericApplicationContext context = context(changes)) {
            Throwable failure = catchThrowable(() -> new SettingsCheck().initialize(context));
            assertThat(failure).isNotNull();
            FailureAnalysis analysis = new SettingFailureAnalyzer(context.getEnvironment()).analyze(failure);
            assertThat(analysis).isNotNull();
            return analysis.getDescription();
        }
    }

    private static GenericApplicationContext context(Map<String, Object> changes) {
        Map<String, Object> values = new HashMap<>(GOOD);
        values.putAll(changes);
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", values));
        new DefaultsPostProcessor().postProcessEnvironment(environment, new SpringApplication());
        GenericApplicationContext context = new GenericApplicationContext();
        context.setEnvironment(environment);
        return context;
    }

    private static String property(GenericApplicationContext context, String name) {
        return context.getEnvironment().getProperty(name, "");
    }
}
