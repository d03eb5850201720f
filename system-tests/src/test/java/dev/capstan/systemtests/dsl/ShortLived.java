package dev.capstan.systemtests.dsl;

import dev.capstan.launcher.stack.Services;
import dev.capstan.launcher.stack.StackOptions;
import dev.capstan.launcher.stack.StackOptions.ServiceExtras;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A stack for some minutes: its services are compiled by the quick compiler alone. The other one would take a third of the machine for as
 * long as the stack lives, for code that pays only afterwards.
 */
final class ShortLived {

    private static final Map<String, String> QUICK_COMPILER = Map.of("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");

    private ShortLived() {}

    static StackOptions of(StackOptions options) {
        StackOptions quick = options;
        for (var service : Services.all()) {
            quick = quick.withExtras(service.name(), extras(List.of(), Map.of(), Map.of()));
        }
        return quick;
    }

    /** For a service of such a stack that gets more. */
    static ServiceExtras extras(
            List<Path> classPath, Map<String, String> systemProperties, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(QUICK_COMPILER);
        all.putAll(environment);
        return new ServiceExtras(classPath, systemProperties, all);
    }
}
