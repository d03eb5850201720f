package dev.capstan.execution.account.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {

    @TempDir
    private Path folder;

    @Test
    void readsAKeyOf32Bytes() throws IOException {
        write(Base64.getEncoder().encodeToString(new byte[32]) + "\n", "rw-------");

        assertThat(MasterKey.read(folder).encryption().getEncoded()).hasSize(32);
    }

    @Test
    void refusesAMissingKey() {
        assertThatThrownBy(() -> MasterKey.read(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(MasterKey.FILE);
    }

    @Test
    void refusesAKeyOthersCanRead() throws IOException {
        write(Base64.getEncoder().encodeToString(new byte[32]), "rw-r-----");

        assertThatThrownBy(() -> MasterKey.read(folder)).hasMessageContaining("chmod 600");
    }

    @Test
    void refusesAKeyOfAnotherLength() throws IOException {
        write(Base64.getEncoder().encodeToString(new byte[31]), "rw-------");

        assertThatThrownBy(() -> MasterKey.read(folder)).hasMessageContaining("32 bytes");
    }

    @Test
    void refusesWhatIsNotBase64() throws IOException {
        write("not base64!", "r--------");

        assertThatThrownBy(() -> MasterKey.read(folder)).hasMessageContaining("base64");
    }

    @Test
    void tellsRequestsApartWithoutTellingWhatTheyWere() {
        MasterKey key = MasterKey.of(new byte[32]);

        assertThat(key.fingerprint(new byte[] {1})).isEqualTo(key.fingerprint(new byte[] {1}));
        assertThat(key.fingerprint(new byte[] {1})).isNotEqualTo(key.fingerprint(new byte[] {2}));
    }

    private void write(String text, String permissions) throws IOException {
        Path file = folder.resolve(MasterKey.FILE);
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
