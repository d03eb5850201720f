package dev.capstan.launcher.cli;

import dev.capstan.launcher.LaunchFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The end of log files, and what is added to them. */
final class LogTail {

    private static final int READ_AT_ONCE = 1 << 20;

    private final List<Path> files;
    private final PrintWriter out;
    private final Map<Path, Long> positions = new HashMap<>();

    LogTail(List<Path> files, PrintWriter out) {
        this.files = files;
        this.out = out;
    }

    static String name(Path file) {
        return file.getFileName().toString().replace(".log", "");
    }

    void show(int lines, boolean follow) throws IOException {
        for (Path file : files) {
            positions.put(file, Math.max(0, Files.size(file) - READ_AT_ONCE));
            List<String> read = readNew(file);
            print(file, read.subList(Math.max(0, read.size() - lines), read.size()));
        }
        while (follow) {
            pause();
            for (Path file : files) {
                print(file, readNew(file));
            }
        }
    }

    /** Whole lines behind the last position; a file that became shorter was begun anew. */
    private List<String> readNew(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long from = positions.getOrDefault(file, 0L);
            long start = from > in.length() ? 0 : from;
            byte[] bytes = new byte[(int) Math.min(in.length() - start, READ_AT_ONCE)];
            in.seek(start);
            in.readFully(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            int end = text.lastIndexOf('\n') + 1;
            positions.put(file, start + text.substring(0, end).getBytes(StandardCharsets.UTF_8).length);
            return text.substring(0, end).lines().toList();
        }
    }

    private void print(Path file, List<String> lines) {
        String prefix = files.size() == 1 ? "" : "%-20s | ".formatted(name(file));
        lines.forEach(line -> out.println(prefix + line));
        out.flush();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(300);
        } catch (InterruptedException e) {
            throw LaunchFailure.interrupted("following the logs", e);
        }
    }
}
