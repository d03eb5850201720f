package dev.capstan.launcher.stack;

import dev.capstan.launcher.LaunchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Everything that would make a start fail later, found and named at once. */
public final class Preflight {

    /** The Java the stack is built for. */
    public static final int JAVA = 25;

    /** Free disk below which nothing is started: logs, journals and write-ahead logs of some days. */
    public static final long DISK_BYTES = 2L * 1024 * 1024 * 1024;

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
        return PortUse.of(options).stream()
                .filter(port -> !port.isFree())
                .map(port ->
                        "port %d (%s) is %s; %s".formatted(port.number(), port.name(), port.takenBy(), port.mend()))
                .toList();
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
