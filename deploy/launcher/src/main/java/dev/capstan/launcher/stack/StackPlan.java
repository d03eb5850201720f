package dev.capstan.launcher.stack;

import dev.capstan.launcher.process.Ports;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The options worked out: every instance with its port, and what all of them have in common. */
record StackPlan(StackOptions options, Secrets secrets, List<Instance> instances, String epoch) {

    static StackPlan of(StackOptions options, Clock clock) {
        return new StackPlan(
                options,
                new Secrets(options.data().secrets()),
                instances(options),
                MarketEpoch.in(options.data().root(), options.market(), clock));
    }

    /** Base URLs of a service's instances, first to ask first. */
    String urls(ServiceDefinition service) {
        return instances.stream()
                .filter(instance -> instance.service().equals(service))
                .map(Instance::url)
                .collect(Collectors.joining(","));
    }

    String databaseUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + options.ports().of(PortName.POSTGRES) + "/" + database;
    }

    String bootstrapServers() {
        return "127.0.0.1:" + options.ports().of(PortName.KAFKA);
    }

    private static List<Instance> instances(StackOptions options) {
        List<Instance> instances = new ArrayList<>();
        for (ServiceDefinition service : Services.in(options.repository())) {
            instances.add(new Instance(service, 1, options.ports().of(PortName.valueOf(service.variableName()))));
            for (int number = 2; number <= options.replicas().getOrDefault(service.name(), 1); number++) {
                instances.add(new Instance(service, number, Ports.free()));
            }
        }
        return List.copyOf(instances);
    }
}
