package dev.capstan.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.launcher.component.ComponentCache;
import dev.capstan.launcher.stack.StackOptions.ServiceExtras;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceEnvironmentTest {

    @TempDir
    private Path folder;

    private StackOptions options;

    @BeforeEach
    void repositoryWithSomeServices() throws IOException {
        for (String service : List.of("execution-service", "risk-service", "backtest-service", "gateway")) {
            Files.writeString(Files.createDirectories(folder.resolve(service)).resolve("pom.xml"), "");
        }
        options = StackOptions.inFolder(folder, folder.resolve("data"), new ComponentCache(folder, line -> {}))
                .withPorts(StackPorts.from(Map.of()))
                .withReplicas("risk-service", 2);
    }

    @Test
    void instanceKnowsItselfAndItsPeers() {
        Map<String, String> environment = environmentOf("execution-service");
        assertThat(environment)
                .containsEntry("CAPSTAN_PORT", "8081")
                .containsEntry("CAPSTAN_INSTANCE_ID", "execution-1")
                .containsEntry("CAPSTAN_ADVERTISED_URL", "http://127.0.0.1:8081")
                .containsEntry("CAPSTAN_DATABASE_URL", "jdbc:postgresql://127.0.0.1:5442/capstan")
                .containsEntry("CAPSTAN_ISSUER_URI", "http://127.0.0.1:8180/realms/capstan")
                .doesNotContainKey("CAPSTAN_URL_PORTFOLIO");
        assertThat(environment.get("CAPSTAN_URL_RISK")).matches("http://127.0.0.1:8082,http://127.0.0.1:[0-9]+");
    }

    @Test
    void onlyServicesAtTheVenueKnowWhereItIs() {
        assertThat(environmentOf("execution-service")).containsKey("CAPSTAN_BINANCE_PAPER_REST_URL");
        assertThat(environmentOf("risk-service")).doesNotContainKey("CAPSTAN_BINANCE_PAPER_REST_URL");
    }

    @Test
    void onlyBacktestsKeepFiles() {
        assertThat(environmentOf("backtest-service"))
                .containsEntry(
                        "CAPSTAN_OBJECT_STORE_DIR", options.data().of("objects").toString())
                .containsKey("CAPSTAN_CANDLE_COLUMNS_DIR");
        assertThat(environmentOf("risk-service")).doesNotContainKey("CAPSTAN_OBJECT_STORE_DIR");
    }

    @Test
    void secretsAreFilesNamedLikeTheirProperty() {
        Path secrets = Path.of(environmentOf("execution-service").getOrDefault("CAPSTAN_SECRETS_DIR", ""));
        assertThat(secrets.resolve("capstan.database.password")).isNotEmptyFile();
        assertThat(secrets.resolve("capstan.database.owner-password")).isNotEmptyFile();
        assertThat(secrets.resolve("capstan.security.client-secret")).isNotEmptyFile();
        assertThat(secrets.resolve("capstan.venue-keys.master-key")).isNotEmptyFile();
        assertThat(environmentOf("execution-service").values()).noneMatch(value -> value.equals(password(secrets)));
    }

    @Test
    void extrasOfATestWin() {
        options = options.withExtras(
                "risk-service", new ServiceExtras(List.of(), Map.of(), Map.of("CAPSTAN_PROFILE", "drill")));
        assertThat(environmentOf("risk-service")).containsEntry("CAPSTAN_PROFILE", "drill");
        assertThat(environmentOf("execution-service")).containsEntry("CAPSTAN_PROFILE", "local");
    }

    @Test
    void aShortLifeIsCompiledQuickly() {
        assertThat(environmentOf("execution-service")).doesNotContainKey("JAVA_TOOL_OPTIONS");
        options = options.shortLived();
        assertThat(environmentOf("execution-service")).containsEntry("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
    }

    private static String password(Path secrets) {
        try {
            return Files.readString(secrets.resolve("capstan.database.password"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Map<String, String> environmentOf(String service) {
        StackPlan plan = StackPlan.of(options, Clock.systemUTC());
        Instance first = plan.instances().stream()
                .filter(instance -> instance.name().equals(service))
                .findFirst()
                .orElseThrow();
        return new ServiceEnvironment(plan).of(first);
    }
}
