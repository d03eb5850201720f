package dev.capstan.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Memory of processes as their proportional share (PSS): what is shared counts once over all who share it. */
public final class ProcessMemory {

    private static final long KILOBYTE = 1024;

    private ProcessMemory() {}

    /** Bytes of a process and its descendants, such as PostgreSQL's sessions; 0 when it has ended or is not ours to see. */
    public static long ofTree(long pid) {
        return ProcessHandle.of(pid)
                .map(process -> Stream.concat(Stream.of(process), process.descendants())
                        .mapToLong(each -> of(each.pid()))
                        .sum())
                .orElse(0L);
    }

    private static long of(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KILOBYTE)
                    .sum();
        } catch (IOException e) {
            return 0; // it ended meanwhile
        }
    }
}
