package dev.capstan.launcher.testing;

import dev.capstan.launcher.process.ProcessIdentity;
import dev.capstan.launcher.process.ProcessRecords;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Who still needs the stack: every test JVM, and the Maven above it, which may bring the next one after a pause. */
final class StackUsers {

    private final ProcessRecords records;

    StackUsers(Path folder) {
        records = new ProcessRecords(folder);
    }

    void register() {
        add(ProcessIdentity.self());
        mavenAbove(ProcessHandle.current()).flatMap(ProcessIdentity::of).ifPresent(this::add);
    }

    boolean any() {
        return !records.allAlive().isEmpty();
    }

    private void add(ProcessIdentity user) {
        records.put("user-" + user.pid(), user);
    }

    private static Optional<Long> mavenAbove(ProcessHandle process) {
        return process.parent().flatMap(parent -> isMaven(parent) ? Optional.of(parent.pid()) : mavenAbove(parent));
    }

    private static boolean isMaven(ProcessHandle process) {
        return process.info()
                .arguments()
                .map(arguments -> Arrays.stream(arguments).anyMatch(word -> word.contains("plexus.classworlds")))
                .orElse(false);
    }
}
