package dev.capstan.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds of every container, whoever adds the next one. */
class ComposeHardeningTest {

    private static final Set<String> ONE_SHOT = Set.of("setup", "seed");
    private static final Set<String> PUBLISHED = Set.of("proxy", "prometheus");

    @Test
    void everyContainerIsConfined() throws IOException {
        ComposeFile file = ComposeFile.read();
        assertThat(file.services()).containsKeys("postgres", "kafka", "keycloak", "venue-simulator", "proxy");
        file.services()
                .keySet()
                .forEach(name -> assertThat(faults(file, name)).as(name).isEmpty());
    }

    @Test
    void aContainerThatIsNotIsFound() throws IOException {
        String text = ComposeFile.text();
        assertThat(faults(ComposeFile.parse(text.replace("read_only: true", "read_only: false")), "gateway"))
                .containsExactly("may write to its root");
        assertThat(faults(ComposeFile.parse(text.replace("mem_limit: 768m", "labels: {}")), "gateway"))
                .containsExactly("takes memory without limit");
        assertThat(faults(
                        ComposeFile.parse(
                                text.replace("    network_mode: service:venue", "    ports: ['1:1']\n    x: y")),
                        "seed"))
                .contains("is published", "is on no network of ours");
    }

    @Test
    void everyModuleWithAServiceHasAContainer() throws IOException {
        assertThat(ComposeFile.read().services().keySet())
                .containsAll(
                        Services.all().stream().map(ServiceDefinition::name).toList());
    }

    private static List<String> faults(ComposeFile file, String name) {
        Map<String, Object> service = file.service(name);
        return Stream.of(
                        fault(Boolean.TRUE.equals(service.get("read_only")), "may write to its root"),
                        fault(file.list(name, "cap_drop").equals(List.of("ALL")), "has rights of the kernel"),
                        fault(
                                file.list(name, "security_opt").contains("no-new-privileges:true"),
                                "may take new privileges"),
                        fault(service.containsKey("mem_limit"), "takes memory without limit"),
                        fault(service.containsKey("cpus"), "takes processors without limit"),
                        fault(service.containsKey("logging"), "logs without limit"),
                        fault(
                                ONE_SHOT.contains(name) || service.containsKey("healthcheck"),
                                "does not tell its health"),
                        fault(ONE_SHOT.contains(name) || service.containsKey("restart"), "stays dead"),
                        fault(!service.containsKey("ports") || PUBLISHED.contains(name), "is published"),
                        fault(
                                "service:venue-simulator".equals(service.get("network_mode"))
                                        || file.list(name, "networks").contains("inner"),
                                "is on no network of ours"),
                        fault(
                                !file.list(name, "networks").contains("edge") || PUBLISHED.contains(name),
                                "is on the edge"),
                        fault(
                                file.environment(name).keySet().stream().noneMatch(key -> key.contains("PASSWORD")),
                                "has a password in its environment"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> fault(boolean well, String otherwise) {
        return well ? List.of() : List.of(otherwise);
    }
}
