package dev.capstan.launcher.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** Whether the stack finds the memory it takes: 1.8 GB after its start, 3 GB under load (docs/reference/performance.md). */
final class MemoryCheck implements Check {

    private static final long MEGABYTE = 1024 * 1024;
    private static final long AT_REST = 2_048 * MEGABYTE;
    private static final long UNDER_LOAD = 4_096 * MEGABYTE;

    private final Path proc;
    private final Path controlGroup;
    private final boolean haveLauncher;

    /**
     * Reads the kernel's files.
     *
     * @param haveLauncher whether the stack runs: what it has taken is then not asked for again
     */
    MemoryCheck(Path proc, Path controlGroup, boolean haveLauncher) {
        this.proc = proc;
        this.controlGroup = controlGroup;
        this.haveLauncher = haveLauncher;
    }

    @Override
    public List<Finding> look() {
        OptionalLong free = available();
        if (free.isEmpty()) {
            return List.of(Finding.care("memory", "cannot read " + proc.resolve("meminfo"), "use Linux, with /proc"));
        }
        return List.of(verdict(Math.min(free.getAsLong(), leftInGroup())));
    }

    private Finding verdict(long bytes) {
        String found = bytes / MEGABYTE + " MB available" + (haveLauncher ? " beside the running stack" : "");
        if (haveLauncher || bytes >= UNDER_LOAD) {
            return Finding.fine("memory", found);
        }
        return bytes >= AT_REST
                ? Finding.care("memory", found, "free some: under load all processes together take up to 4 GB")
                : Finding.wrong("memory", found, "free at least 2 GB, better 4 GB");
    }

    private OptionalLong available() {
        try {
            return Files.readAllLines(proc.resolve("meminfo")).stream()
                    .filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /** A container may have less than its machine. */
    private long leftInGroup() {
        try {
            String limit = Files.readString(controlGroup.resolve("memory.max")).strip();
            String used =
                    Files.readString(controlGroup.resolve("memory.current")).strip();
            return limit.equals("max") ? Long.MAX_VALUE : Long.parseLong(limit) - Long.parseLong(used);
        } catch (IOException e) {
            return Long.MAX_VALUE; // no group of its own, so no limit of its own
        }
    }
}
