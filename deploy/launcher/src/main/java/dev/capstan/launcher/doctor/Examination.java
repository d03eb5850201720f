package dev.capstan.launcher.doctor;

import dev.capstan.launcher.stack.StackOptions;
import java.nio.file.Path;
import java.util.List;

/** All checks, in the order in which a person would ask. */
public final class Examination {

    private static final Path PROC = Path.of("/proc");
    private static final Path CONTROL_GROUP = Path.of("/sys/fs/cgroup");

    private final List<Check> checks;

    private Examination(List<Check> checks) {
        this.checks = checks;
    }

    /**
     * Of this machine, for a stack.
     *
     * @param haveLauncher whether a launcher runs it now: what it uses is then no obstacle
     */
    public static Examination of(StackOptions options, boolean haveLauncher) {
        OwnProcesses own = OwnProcesses.of(options.data(), haveLauncher);
        return new Examination(List.of(
                new ToolsCheck(ToolVersion::ask),
                new MachineCheck(PROC),
                new MemoryCheck(PROC, CONTROL_GROUP, haveLauncher),
                new DiskCheck(options.data().root(), options.cache().root()),
                new ClockCheck(KernelClock::read),
                new PortsCheck(options, own),
                new LeftoversCheck(own),
                new VersionsCheck(options)));
    }

    /** What all of them found. */
    public List<Finding> findings() {
        return checks.stream().flatMap(check -> check.look().stream()).toList();
    }
}
