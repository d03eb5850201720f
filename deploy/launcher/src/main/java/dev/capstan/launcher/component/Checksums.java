package dev.capstan.launcher.component;

import dev.capstan.launcher.LaunchFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** SHA-256 sums of files. */
public final class Checksums {

    private Checksums() {}

    /** The sum of one file in hexadecimal digits. */
    public static String sha256(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Refuses a folder that does not hold exactly the listed files with the listed sums. */
    static void verify(Path folder, String sums) throws IOException {
        Map<String, String> expected = parse(sums);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                String sum = expected.remove(name);
                if (sum == null) {
                    throw new LaunchFailure(name + " was downloaded but is not listed in SHA256SUMS");
                }
                if (!sum.equals(sha256(file))) {
                    throw new LaunchFailure(name + " does not have its SHA-256 sum; remove it from the local Maven"
                            + " repository and try again");
                }
            }
        }
        if (!expected.isEmpty()) {
            throw new LaunchFailure("not downloaded: " + String.join(", ", new TreeSet<>(expected.keySet())));
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Map<String, String> parse(String sums) {
        Map<String, String> expected = new HashMap<>();
        sums.lines().filter(line -> !line.isBlank()).forEach(line -> {
            String[] parts = line.strip().split("\\s+", 2);
            expected.put(parts[1], parts[0]);
        });
        return expected;
    }
}
