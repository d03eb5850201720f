package dev.capstan.launcher.stack;

import java.nio.file.Path;
import java.util.Optional;

/** Where a person or a script reaches a stack; what this repository does not have yet has no address. */
public record StackAddresses(Optional<String> gateway, String keycloak, Optional<String> simulatorControl) {

    /** The addresses of a stack with these options. */
    public static StackAddresses of(StackOptions options) {
        Path repository = options.repository();
        boolean gateway = Services.in(repository).stream()
                .anyMatch(service -> service.name().equals("gateway"));
        return new StackAddresses(
                gateway ? Optional.of(url(options, PortName.GATEWAY)) : Optional.empty(),
                url(options, PortName.KEYCLOAK),
                SimulatorComponent.existsIn(repository)
                        ? Optional.of(url(options, PortName.SIMULATOR_CONTROL))
                        : Optional.empty());
    }

    private static String url(StackOptions options, PortName port) {
        return "http://127.0.0.1:" + options.ports().of(port);
    }
}
