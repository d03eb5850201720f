package dev.capstan.launcher.testing;

import dev.capstan.launcher.process.ProcessIdentity;
import dev.capstan.launcher.process.ProcessRecords;
import java.nio.file.Path;

/** Who still needs the stack: every test JVM of the module. */
final class StackUsers {

    private final ProcessRecords records;

    StackUsers(Path folder) {
        records = new ProcessRecords(folder);
    }

    void register() {
        ProcessIdentity self = ProcessIdentity.self();
        records.put("user-" + self.pid(), self);
    }

    boolean any() {
        return !records.allAlive().isEmpty();
    }
}
