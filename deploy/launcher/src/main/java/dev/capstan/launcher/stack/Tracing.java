package dev.capstan.launcher.stack;

import dev.capstan.launcher.component.JarEntries;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** How a service is traced: by the OpenTelemetry agent, which the build puts beside the launcher. Compose sets the same. */
final class Tracing {

    private static final String AGENT = "opentelemetry-javaagent.jar";

    /** The same for every service. */
    private static final Map<String, String> SETTINGS = Map.of(
            "OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
            "OTEL_TRACES_EXPORTER", "otlp",
            // Figures are Prometheus's, and logs stay in their files.
            "OTEL_METRICS_EXPORTER", "none",
            "OTEL_LOGS_EXPORTER", "none",
            // A relay that looks at its table fifty times a second would be fifty traces a second.
            "OTEL_INSTRUMENTATION_JDBC_ENABLED", "false",
            "OTEL_INSTRUMENTATION_JDBC_DATASOURCE_ENABLED", "false");

    private Tracing() {}

    /** A copy of the agent that the next build does not change under a running service. */
    static Path agent(StackOptions options) {
        Path built =
                options.repository().resolve("deploy/launcher/target/agent").resolve(AGENT);
        return new JarEntries(options.cache(), Clock.systemUTC())
                .of(
                        built,
                        draft -> Files.copy(
                                built,
                                Files.createDirectories(draft.resolve("out")).resolve(AGENT)))
                .resolve(AGENT);
    }

    static void addTo(Map<String, String> environment, Instance instance, URI receiver) {
        environment.putAll(SETTINGS);
        environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.toString());
        environment.put("OTEL_SERVICE_NAME", instance.service().name());
        environment.put("OTEL_RESOURCE_ATTRIBUTES", "service.instance.id=" + instance.id());
    }
}
