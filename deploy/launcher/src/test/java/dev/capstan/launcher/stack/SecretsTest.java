package dev.capstan.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path root;

    @Test
    void secretIsMadeOnceAndKept() {
        String first = new Secrets(root).password("risk-service", "capstan.database.password");
        assertThat(first).matches("[A-Za-z0-9_-]{32}");
        assertThat(new Secrets(root).password("risk-service", "capstan.database.password"))
                .isEqualTo(first);
        assertThat(new Secrets(root).password("risk-service", "another")).isNotEqualTo(first);
    }

    @Test
    void onlyItsOwnerMayReadIt() throws Exception {
        Secrets secrets = new Secrets(root.resolve("secrets"));
        secrets.password("risk-service", "one");
        Path folder = secrets.folder("risk-service");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("one"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void masterKeyIsThirtyTwoBytes() {
        String key = new Secrets(root).key("execution-service", "capstan.venue-keys.master-key");
        assertThat(Base64.getDecoder().decode(key)).hasSize(32);
    }
}
