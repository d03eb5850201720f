package dev.capstan.contracts.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A committed file that is a function of the code. {@code -Dcapstan.docs.write=true} writes it, otherwise it is compared. */
public final class GeneratedFile {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private GeneratedFile() {}

    /** Compares, or writes; paths are those of the repository, for tests that run in a module right below it. */
    public static void check(String relativePath, String expected) throws IOException {
        Path file = ROOT.resolve(relativePath);
        if (Boolean.getBoolean("capstan.docs.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, expected);
        }
        assertThat(file)
                .as("generated from the code; write it again with -Dcapstan.docs.write=true")
                .exists()
                .hasContent(expected);
    }

    public static String read(String relativePath) throws IOException {
        return Files.readString(ROOT.resolve(relativePath));
    }

    public static boolean exists(String relativePath) {
        return Files.exists(ROOT.resolve(relativePath));
    }
}
