package dev.capstan.launcher.stack;

import dev.capstan.launcher.LaunchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/**
 * The secrets of one installation: random, made when first asked for, each in a file its owner alone can read.
 *
 * <p>A folder per reader, and in a service's folder one file per property, as Spring's {@code configtree:} reads them.
 */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path root;

    public Secrets(Path root) {
        this.root = root;
    }

    public Path folder(String reader) {
        return root.resolve(reader);
    }

    /** A password of letters, digits, _ and -. */
    public String password(String reader, String name) {
        return secret(
                reader, name, () -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(24)));
    }

    /** A key of 32 bytes in Base64. */
    String key(String reader, String name) {
        return secret(reader, name, () -> Base64.getEncoder().encodeToString(bytes(32)));
    }

    private String secret(String reader, String name, Supplier<String> random) {
        Path file = folder(reader).resolve(name);
        try {
            if (!Files.exists(file)) {
                write(file, random.get());
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new LaunchFailure("cannot keep the secret " + file, e);
        }
    }

    /** Never readable by others, not even for a moment, and never half there. */
    private static void write(Path file, String value) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path draft = Files.createTempFile(
                folder, ".new", "", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, value);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
