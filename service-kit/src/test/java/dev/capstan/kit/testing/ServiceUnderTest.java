package dev.capstan.kit.testing;

import dev.capstan.launcher.testing.TestDatabase;
import dev.capstan.launcher.testing.TestStack;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.test.context.DynamicPropertyRegistry;

/** The settings of a service in a test: a fresh database, the Kafka of the module, tokens by {@link TestTokens}, free ports. */
public final class ServiceUnderTest {

    private final Map<String, String> properties = new TreeMap<>();
    private final TestDatabase database;

    private ServiceUnderTest(String name, String schema) {
        TestTokens tokens = TestTokens.shared();
        database = TestStack.shared().freshDatabase(schema);
        properties.put("spring.application.name", name);
        properties.put("capstan.schema", schema);
        properties.put("capstan.profile", "local");
        properties.put("capstan.instance-id", name.replace("-service", "") + "-1");
        properties.put("capstan.advertised-url", "http://127.0.0.1:1");
        properties.put("capstan.port", "0");
        properties.put("capstan.database.url", database.jdbcUrl());
        properties.put("capstan.database.password", database.password(schema));
        properties.put("capstan.database.owner-password", database.ownerPassword(schema));
        properties.put("capstan.kafka.bootstrap-servers", TestStack.shared().bootstrapServers());
        properties.put("capstan.security.issuer-uri", tokens.issuerUri());
        properties.put("capstan.security.jwk-set-uri", tokens.jwkSetUri());
        properties.put("capstan.security.token-uri", tokens.tokenUri());
        properties.put("capstan.security.client-secret", "test-only");
    }

    /** A service with a database of its own. */
    public static ServiceUnderTest named(String name, String schema) {
        return new ServiceUnderTest(name, schema);
    }

    /** Changes or adds a setting. */
    public ServiceUnderTest with(String property, String value) {
        properties.put(property, value);
        return this;
    }

    public TestDatabase database() {
        return database;
    }

    public Map<String, String> properties() {
        return Map.copyOf(properties);
    }

    public void register(DynamicPropertyRegistry registry) {
        properties.forEach((name, value) -> registry.add(name, () -> value));
    }

    /** As arguments of {@code SpringApplication.run}, to start several instances in one test. */
    public String[] arguments() {
        return properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
    }
}
