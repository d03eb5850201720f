package dev.capstan.launcher.stack;

import dev.capstan.launcher.process.PortOwner;
import dev.capstan.launcher.process.Ports;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A port the stack needs, and who has it now.
 *
 * @param owner who listens; empty when nobody does, or when only root may see who
 */
public record PortUse(PortName name, int number, boolean isFree, Optional<PortOwner> owner) {

    /** Every port of the parts this repository has, in the order of {@link PortName}. */
    public static List<PortUse> of(StackOptions options) {
        Set<String> ours = variables(Services.in(options.repository()));
        Set<String> known = variables(Services.all());
        return options.ports().numbers().entrySet().stream()
                .filter(port -> !known.contains(port.getKey().name())
                        || ours.contains(port.getKey().name()))
                .sorted(Map.Entry.comparingByKey())
                .map(port -> of(port.getKey(), port.getValue()))
                .toList();
    }

    /** Who has it, in words. */
    public String takenBy() {
        return "taken by " + owner.map(PortOwner::toString).orElse("a process of another user");
    }

    /** What a person can do about it. */
    public String mend() {
        return "end it, or set " + name.variable();
    }

    private static PortUse of(PortName name, int number) {
        boolean free = Ports.isFree(number);
        return new PortUse(name, number, free, free ? Optional.empty() : PortOwner.of(number));
    }

    private static Set<String> variables(List<ServiceDefinition> services) {
        return services.stream().map(ServiceDefinition::variableName).collect(Collectors.toSet());
    }
}
