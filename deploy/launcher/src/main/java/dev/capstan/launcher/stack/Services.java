package dev.capstan.launcher.stack;

import dev.capstan.launcher.LaunchFailure;
import dev.capstan.launcher.stack.ServiceDefinition.Compiler;
import dev.capstan.launcher.stack.ServiceDefinition.Traits;
import java.nio.file.Path;
import java.util.List;

/** The one table of our services, in the order they start. */
public final class Services {

    private static final List<ServiceDefinition> ALL = List.of(
            new ServiceDefinition("risk-service", "risk", Compiler.C2, 256, new Traits(true, false, false)),
            new ServiceDefinition("execution-service", "execution", Compiler.C2, 256, new Traits(true, true, true)),
            new ServiceDefinition("portfolio-service", "portfolio", Compiler.C2, 256, new Traits(true, false, false)),
            new ServiceDefinition(
                    "market-data-service", "market_data", Compiler.C1, 256, new Traits(true, false, true)),
            new ServiceDefinition("backtest-service", "backtest", Compiler.C2, 512, new Traits(true, false, false)),
            new ServiceDefinition("gateway", "gateway", Compiler.C2, 384, new Traits(false, false, false)));

    private Services() {}

    public static List<ServiceDefinition> all() {
        return ALL;
    }

    /** Those this repository has. */
    public static List<ServiceDefinition> in(Path repository) {
        return ALL.stream().filter(service -> service.existsIn(repository)).toList();
    }

    static ServiceDefinition named(String name) {
        return ALL.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new LaunchFailure("no service is named " + name));
    }
}
