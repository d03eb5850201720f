package dev.capstan.launcher.component;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The last lines a process wrote since it started; its log may hold the lines of earlier lives before them. */
record LogEnd(Path file, long begin) {

    private static final int SHOWN_LINES = 12;
    private static final int READ_AT_MOST = 1 << 18;

    /** What will be written behind the present end. */
    static LogEnd from(Path file) {
        try {
            return new LogEnd(file, Files.exists(file) ? Files.size(file) : 0);
        } catch (IOException e) {
            return new LogEnd(file, 0); // then a few older lines are shown as well
        }
    }

    /** As the end of a message. */
    @Override
    public String toString() {
        return "; its log " + file + " ends with:" + System.lineSeparator() + lastLines();
    }

    private String lastLines() {
        try (FileChannel channel = FileChannel.open(file)) {
            // A log that became shorter was begun anew.
            long start = Math.max(begin > channel.size() ? 0 : begin, channel.size() - READ_AT_MOST);
            ByteBuffer bytes = ByteBuffer.allocate((int) (channel.size() - start));
            channel.read(bytes, start);
            // Foreign programs write what they like: a wrong byte must not hide the message.
            List<String> lines =
                    new String(bytes.array(), StandardCharsets.UTF_8).lines().toList();
            return String.join(
                    System.lineSeparator(), lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
        } catch (IOException e) {
            return "(unreadable: " + e.getMessage() + ")";
        }
    }
}
