package dev.capstan.launcher.stack;

import dev.capstan.launcher.component.ComponentCache;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What stack is wanted. Made by {@link #inFolder} and refined by the {@code with} methods.
 *
 * @param repository where the services' jars are built
 * @param replicas instances per service; one when not named
 * @param market what the simulator plays
 * @param extras additions to single services, by name of the service
 * @param tireless whether a process that keeps dying is started again at once and however often, as where it is killed on purpose
 * @param isShortLived whether it stands for some minutes only
 * @param tracing OTLP receiver that the services send their traces to; none and they make no traces
 */
public record StackOptions(
        Path repository,
        DataFolder data,
        ComponentCache cache,
        StackPorts ports,
        Map<String, Integer> replicas,
        MarketOptions market,
        Map<String, ServiceExtras> extras,
        boolean tireless,
        boolean isShortLived,
        Optional<URI> tracing) {

    public StackOptions {
        repository = repository.toAbsolutePath().normalize();
        replicas = Map.copyOf(replicas);
        extras = Map.copyOf(extras);
    }

    /**
     * Additions to a service's command line.
     *
     * @param classPath jars behind the service's own
     * @param systemProperties as for {@code -D}
     * @param environment variables beside, or instead of, the usual ones
     */
    public record ServiceExtras(
            List<Path> classPath, Map<String, String> systemProperties, Map<String, String> environment) {

        /** Nothing. */
        public static final ServiceExtras NONE = new ServiceExtras(List.of(), Map.of(), Map.of());

        public ServiceExtras {
            classPath = List.copyOf(classPath);
            systemProperties = Map.copyOf(systemProperties);
            environment = Map.copyOf(environment);
        }
    }

    /** The usual stack: usual ports, one of each; what keeps dying is given up. */
    public static StackOptions inFolder(Path repository, Path data, ComponentCache cache) {
        return new StackOptions(
                repository,
                new DataFolder(data),
                cache,
                StackPorts.from(System.getenv()),
                Map.of(),
                MarketOptions.GENERATED,
                Map.of(),
                false,
                false,
                Optional.empty());
    }

    public StackOptions withPorts(StackPorts other) {
        return new StackOptions(
                repository, data, cache, other, replicas, market, extras, tireless, isShortLived, tracing);
    }

    /** Reporting downloads and other slow work to {@code progress}. */
    public StackOptions withProgress(Consumer<String> progress) {
        ComponentCache reporting = cache.withProgress(progress);
        return new StackOptions(
                repository, data, reporting, ports, replicas, market, extras, tireless, isShortLived, tracing);
    }

    /** On ports nobody uses, so it may stand beside another stack. */
    public StackOptions withFreePorts() {
        return withPorts(StackPorts.free());
    }

    public StackOptions withReplicas(String service, int instances) {
        Map<String, Integer> more = new HashMap<>(replicas);
        more.put(Services.named(service).name(), instances);
        return new StackOptions(repository, data, cache, ports, more, market, extras, tireless, isShortLived, tracing);
    }

    public StackOptions withMarket(MarketOptions other) {
        return new StackOptions(
                repository, data, cache, ports, replicas, other, extras, tireless, isShortLived, tracing);
    }

    public StackOptions withExtras(String service, ServiceExtras more) {
        Map<String, ServiceExtras> all = new HashMap<>(extras);
        all.put(Services.named(service).name(), more);
        return new StackOptions(repository, data, cache, ports, replicas, market, all, tireless, isShortLived, tracing);
    }

    /** Processes are started again however often they die: who kills them knows why. */
    public StackOptions tirelessly() {
        return new StackOptions(repository, data, cache, ports, replicas, market, extras, true, isShortLived, tracing);
    }

    /**
     * A stack for some minutes: its JVMs compile with the quick compiler alone. The other one would take a third of the machine for as
     * long as such a stack lives, for code that pays only afterwards.
     */
    public StackOptions shortLived() {
        return new StackOptions(repository, data, cache, ports, replicas, market, extras, tireless, true, tracing);
    }

    /** Every service sends its traces to this OTLP receiver (HTTP, protobuf). */
    public StackOptions withTracing(URI receiver) {
        return new StackOptions(
                repository,
                data,
                cache,
                ports,
                replicas,
                market,
                extras,
                tireless,
                isShortLived,
                Optional.of(receiver));
    }

    ServiceExtras extrasOf(ServiceDefinition service) {
        return extras.getOrDefault(service.name(), ServiceExtras.NONE);
    }
}
