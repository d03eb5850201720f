package dev.capstan.launcher.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The process that listens on a port, found through {@code /proc}.
 *
 * @param command its command line, shortened
 */
public record PortOwner(long pid, String command) {

    private static final Path PROC = Path.of("/proc");
    private static final String LISTEN = "0A";
    private static final int SHOWN = 120;

    /** Nothing when nobody listens there, or when the owner is another user's process, which only root can see. */
    public static Optional<PortOwner> of(int port) {
        Set<String> sockets = new HashSet<>();
        addListeners(PROC.resolve("net/tcp"), port, sockets);
        addListeners(PROC.resolve("net/tcp6"), port, sockets);
        return sockets.isEmpty() ? Optional.empty() : holder(sockets);
    }

    @Override
    public String toString() {
        return "process " + pid + " (" + command + ")";
    }

    /** Line: number, local address:port, remote address:port, state, queues, timer, retransmits, uid, timeout, inode, ... */
    private static void addListeners(Path table, int port, Set<String> sockets) {
        String suffix = ":%04X".formatted(port);
        try {
            for (String line : Files.readAllLines(table)) {
                String[] columns = line.strip().split("\\s+");
                if (columns.length > 9
                        && columns[1].toUpperCase(Locale.ROOT).endsWith(suffix)
                        && columns[3].equals(LISTEN)) {
                    sockets.add("socket:[" + columns[9] + "]");
                }
            }
        } catch (IOException e) {
            return; // no such table, as without IPv6: nobody to be found in it
        }
    }

    private static Optional<PortOwner> holder(Set<String> sockets) {
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (holdsOne(process, sockets)) {
                    return Optional.of(
                            new PortOwner(Long.parseLong(process.getFileName().toString()), command(process)));
                }
            }
        } catch (IOException e) {
            return Optional.empty(); // without /proc there is no answer, and the caller says so
        }
        return Optional.empty();
    }

    private static boolean holdsOne(Path process, Set<String> sockets) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path file : files) {
                if (sockets.contains(Files.readSymbolicLink(file).toString())) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false; // it ended meanwhile, or belongs to somebody else
        }
    }

    private static String command(Path process) {
        try {
            String words = new String(Files.readAllBytes(process.resolve("cmdline")), StandardCharsets.UTF_8)
                    .replace('\0', ' ')
                    .strip();
            return words.length() > SHOWN ? words.substring(0, SHOWN) + "…" : words;
        } catch (IOException e) {
            return "ended meanwhile";
        }
    }
}
