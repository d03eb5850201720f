package dev.capstan.launcher.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The machine's kind, its processors, and how many files a process may hold open. */
final class MachineCheck implements Check {

    private static final int PROCESSORS = 2;
    private static final long OPEN_FILES = 4_096;
    private static final String OPEN_FILES_LINE = "Max open files";

    private final Path proc;

    MachineCheck(Path proc) {
        this.proc = proc;
    }

    @Override
    public List<Finding> look() {
        return List.of(kind(), processors(Runtime.getRuntime().availableProcessors()), openFiles());
    }

    private static Finding kind() {
        String found = System.getProperty("os.name") + " " + System.getProperty("os.version") + " on "
                + System.getProperty("os.arch");
        boolean fits = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux")
                && List.of("amd64", "x86_64").contains(System.getProperty("os.arch"));
        return fits
                ? Finding.fine("machine", found)
                : Finding.wrong("machine", found, "use Linux on x86-64: PostgreSQL is fetched for that alone");
    }

    static Finding processors(int number) {
        return number >= PROCESSORS
                ? Finding.fine("processors", Integer.toString(number))
                : Finding.care("processors", Integer.toString(number), "give it two: the stack is about ten processes");
    }

    private Finding openFiles() {
        try {
            long limit = Files.readAllLines(proc.resolve("self/limits")).stream()
                    .filter(line -> line.startsWith(OPEN_FILES_LINE))
                    .map(line ->
                            line.substring(OPEN_FILES_LINE.length()).strip().split("\\s+"))
                    .mapToLong(columns -> columns[1].equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(columns[1]))
                    .findFirst()
                    .orElseThrow();
            String found = limit == Long.MAX_VALUE ? "unlimited" : Long.toString(limit);
            return limit >= OPEN_FILES
                    ? Finding.fine("open files", found)
                    : Finding.wrong("open files", found, "raise the hard limit: ulimit -Hn " + OPEN_FILES);
        } catch (IOException e) {
            return Finding.wrong("open files", "cannot read " + proc.resolve("self/limits"), "use Linux, with /proc");
        }
    }
}
