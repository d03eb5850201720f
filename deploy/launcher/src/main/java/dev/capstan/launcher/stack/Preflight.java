package dev.capstan.launcher.stack;

import dev.capstan.launcher.LaunchFailure;
import dev.capstan.launcher.process.PortOwner;
import dev.capstan.launcher.process.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything that would make a start fail later, found and named at once. */
final class Preflight {

    private static final int JAVA = 25;
    private static final long DISK_BYTES = 2L * 1024 * 1024 * 1024;

    private Preflight() {}

    static void check(StackOptions options) {
        List<String> problems = new ArrayList<>();
        if (Runtime.version().feature() != JAVA) {
            problems.add("needs Java " + JAVA + ", runs on " + Runtime.version());
        }
        problems.addAll(ports(options));
        problems.addAll(disk(options));
        if (!problems.isEmpty()) {
            throw new LaunchFailure(String.join(System.lineSeparator(), problems));
        }
    }

    private static List<String> ports(StackOptions options) {
        return needed(options).entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .filter(port -> !Ports.isFree(port.getValue()))
                .map(port -> taken(port.getKey(), port.getValue()))
                .toList();
    }

    private static Map<PortName, Integer> needed(StackOptions options) {
        Set<String> services = Services.in(options.repository()).stream()
                .map(ServiceDefinition::variableName)
                .collect(Collectors.toSet());
        Set<String> known =
                Services.all().stream().map(ServiceDefinition::variableName).collect(Collectors.toSet());
        return options.ports().numbers().entrySet().stream()
                .filter(port -> !known.contains(port.getKey().name())
                        || services.contains(port.getKey().name()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String taken(PortName name, int port) {
        String owner = PortOwner.of(port).map(PortOwner::toString).orElse("a process of another user");
        return "port %d (%s) is taken by %s; end it, or set %s".formatted(port, name, owner, name.variable());
    }

    private static List<String> disk(StackOptions options) {
        try {
            long usable = Files.getFileStore(options.data().run()).getUsableSpace();
            return usable >= DISK_BYTES
                    ? List.of()
                    : List.of("needs 2 GB of disk below " + options.data().root() + ", has " + usable / (1 << 20)
                            + " MB");
        } catch (IOException e) {
            throw new LaunchFailure(
                    "cannot ask for the disk space of " + options.data().root(), e);
        }
    }
}
