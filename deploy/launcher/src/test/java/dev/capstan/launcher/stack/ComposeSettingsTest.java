package dev.capstan.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.launcher.component.ComponentCache;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The containers are told what the launcher tells its processes, at other addresses. */
class ComposeSettingsTest {

    /** Said by the image's start script, because only the container knows them. */
    private static final Set<String> OF_THE_CONTAINER =
            Set.of("CAPSTAN_INSTANCE_ID", "CAPSTAN_ADVERTISED_URL", "OTEL_RESOURCE_ATTRIBUTES");

    /** Where the two are meant to differ: folders and the receiver of traces. */
    private static final Set<String> OF_THE_HOST = Set.of(
            "CAPSTAN_SECRETS_DIR",
            "CAPSTAN_OBJECT_STORE_DIR",
            "CAPSTAN_CANDLE_COLUMNS_DIR",
            "OTEL_EXPORTER_OTLP_ENDPOINT");

    private static final URI RECEIVER = URI.create("http://127.0.0.1:4318");

    @TempDir
    private Path folder;

    private StackPlan plan;

    @BeforeEach
    void usualStack() {
        StackOptions options = StackOptions.inFolder(
                        Path.of("..", ".."), folder, new ComponentCache(folder, line -> {}))
                .withPorts(StackPorts.from(Map.of()))
                .withTracing(RECEIVER);
        plan = StackPlan.of(options, Clock.systemUTC());
    }

    @Test
    void everySettingOfTheLauncherHasItsCounterpart() throws IOException {
        assertThat(differences(ComposeFile.read())).isEmpty();
    }

    @Test
    void aSettingThatIsMissingOrAnotherIsNamed() throws IOException {
        String file = ComposeFile.text();
        assertThat(differences(ComposeFile.parse(file.replace("CAPSTAN_URL_RISK:", "CAPSTAN_URL_RUSK:"))))
                .contains("execution-service CAPSTAN_URL_RISK: expected http://risk-service:8082, got null");
        assertThat(differences(
                        ComposeFile.parse(file.replace("CAPSTAN_MARKET_SPEED: \"1\"", "CAPSTAN_MARKET_SPEED: 60"))))
                .contains("execution-service CAPSTAN_MARKET_SPEED: expected 1, got 60");
        assertThat(differences(ComposeFile.parse(file.replace("-Xss512k", "-Xss1m"))))
                .anyMatch(line -> line.contains("JAVA_OPTS"));
        assertThat(differences(ComposeFile.parse(file.replace("capstan.venue-keys.master-key", "key"))))
                .contains("execution-service finds no secret capstan.venue-keys.master-key");
    }

    @Test
    void onlyTheEdgeIsToldWhatItAloneReads() throws IOException {
        ComposeFile file = ComposeFile.read();
        assertThat(file.environment("gateway")).containsKeys(ServiceEnvironment.OF_THE_EDGE.toArray(String[]::new));
        assertThat(file.environment("risk-service")).doesNotContainKeys("FRONTEND_URL", "CAPSTAN_LIMITS");
        assertThat(file.environment("keycloak").get("FRONTEND_URL"))
                .isEqualTo(file.environment("gateway").get("FRONTEND_URL"));
    }

    @Test
    void whatOnlyTheContainerKnowsIsSaidByItsStart() throws IOException {
        String start = Files.readString(Path.of("..", "compose", "image", "start.sh"));
        assertThat(OF_THE_CONTAINER).allSatisfy(name -> assertThat(start).contains("export " + name + "="));
    }

    private List<String> differences(ComposeFile file) {
        List<String> differences = new ArrayList<>();
        ServiceEnvironment environment = new ServiceEnvironment(plan);
        for (Instance instance : plan.instances()) {
            String service = instance.service().name();
            Map<String, String> told = file.environment(service);
            Map<String, String> expected = new TreeMap<>(environment.of(instance));
            expected.keySet().removeAll(OF_THE_CONTAINER);
            expected.keySet().removeAll(ServiceEnvironment.OF_THE_EDGE);
            expected.put("CAPSTAN_MARKET_EPOCH", "${CAPSTAN_MARKET_EPOCH}");
            if (!instance.service().traits().venue()) {
                expected.remove("CAPSTAN_MARKET_EPOCH");
            }
            expected.forEach((name, value) -> {
                boolean same = OF_THE_HOST.contains(name)
                        ? told.containsKey(name)
                        : inside(name, value).equals(told.get(name));
                if (!same) {
                    differences.add(
                            "%s %s: expected %s, got %s".formatted(service, name, inside(name, value), told.get(name)));
                }
            });
            differences.addAll(otherFlags(instance.service(), told));
            differences.addAll(missingSecrets(file, instance.service()));
        }
        return differences;
    }

    private static List<String> otherFlags(ServiceDefinition service, Map<String, String> told) {
        List<String> set = List.of(told.getOrDefault("JAVA_OPTS", "").split("\\s+"));
        return ServiceCommand.flags(service).stream()
                .filter(flag -> !set.contains(flag))
                .map(flag -> service.name() + " JAVA_OPTS: expected " + flag)
                .toList();
    }

    private List<String> missingSecrets(ComposeFile file, ServiceDefinition service) {
        List<String> found = file.secrets(service.name());
        String[] wanted =
                Path.of(SchemaSecrets.folder(plan.secrets(), service)).toFile().list();
        return List.of(wanted == null ? new String[0] : wanted).stream()
                .filter(secret -> !found.contains(secret))
                .map(secret -> service.name() + " finds no secret " + secret)
                .toList();
    }

    /** The same address among the containers. People's way to Keycloak is the same in both. */
    private String inside(String name, String value) {
        if (name.equals("CAPSTAN_ISSUER_URI")) {
            return value;
        }
        String inside = value.replace("127.0.0.1:" + port(PortName.POSTGRES), "postgres:5432")
                .replace("127.0.0.1:" + port(PortName.KAFKA), "kafka:9092")
                .replace("127.0.0.1:" + port(PortName.KEYCLOAK), "keycloak:8180")
                .replace("127.0.0.1:" + port(PortName.SIMULATOR), "venue-simulator:8090");
        for (Instance peer : plan.instances()) {
            inside = inside.replace("127.0.0.1:" + peer.port(), peer.service().name() + ":" + peer.port());
        }
        return inside;
    }

    private int port(PortName name) {
        return plan.options().ports().of(name);
    }
}
