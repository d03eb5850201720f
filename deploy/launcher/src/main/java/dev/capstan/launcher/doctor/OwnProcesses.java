package dev.capstan.launcher.doctor;

import dev.capstan.launcher.process.ProcessIdentity;
import dev.capstan.launcher.process.ProcessRecords;
import dev.capstan.launcher.stack.DataFolder;
import java.util.Map;
import java.util.Optional;

/**
 * The processes that belong to a data folder.
 *
 * @param recorded by name of the process; also those whose launcher is gone
 * @param haveLauncher whether their launcher still runs
 */
record OwnProcesses(Map<String, ProcessIdentity> recorded, boolean haveLauncher) {

    static OwnProcesses of(DataFolder folder, boolean haveLauncher) {
        return new OwnProcesses(new ProcessRecords(folder.run()).allAlive(), haveLauncher);
    }

    /** Whether the process is one of them, or was started by one: PostgreSQL's are children of what we start. */
    boolean include(long pid) {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        while (process.isPresent()) {
            long number = process.get().pid();
            if (recorded.values().stream().anyMatch(own -> own.pid() == number)) {
                return true;
            }
            process = process.get().parent();
        }
        return false;
    }
}
