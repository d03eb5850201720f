package dev.capstan.bench.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Processor time of processes, from /proc: user and system together. */
public final class CpuTime {

    /** USER_HZ, which Linux fixes at 100 for every program that reads /proc. */
    private static final int MILLIS_PER_TICK = 10;

    private CpuTime() {}

    /** Milliseconds that this process used so far, without its children. */
    public static long ownMillis() {
        return millis(ProcessHandle.current().pid(), 12);
    }

    /**
     * Milliseconds used so far by each named process and its descendants, such as PostgreSQL's sessions, those that ended included; a process
     * that is gone is left out.
     */
    public static Map<String, Long> millis(Map<String, Long> pids) {
        Map<String, Long> used = new LinkedHashMap<>();
        pids.forEach((name, pid) -> ProcessHandle.of(pid)
                .ifPresent(process -> used.put(
                        name,
                        Stream.concat(Stream.of(process), process.descendants())
                                .mapToLong(each -> millis(each.pid(), 14))
                                .sum())));
        return used;
    }

    private static long millis(long pid, int lastField) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = 0;
            // utime, stime, and what children that ended had used: proc_pid_stat(5).
            for (int field = 11; field <= lastField; field++) {
                ticks += Long.parseLong(fields[field]);
            }
            return ticks * MILLIS_PER_TICK;
        } catch (IOException gone) {
            return 0;
        }
    }
}
