package dev.capstan.backtest.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderObjectStoreTest {

    private static final String KEY = "evidence/backtest/1.json";

    @TempDir
    private Path folder;

    @Test
    void keepsTheLastOfAKey() throws IOException {
        ObjectStore store = new FolderObjectStore(folder);
        put(store, "first");
        put(store, "second");
        try (InputStream stored = store.open(KEY).orElseThrow()) {
            assertThat(stored).hasContent("second");
        }
        assertThat(files()).containsExactly(KEY);
        assertThat(store.open("evidence/backtest/2.json")).isEmpty();
    }

    private static void put(ObjectStore store, String text) {
        store.put(KEY, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void keepsNothingHalf() throws IOException {
        ObjectStore store = new FolderObjectStore(folder);
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> store.put(KEY, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("the disk is full");
                }))
                .withMessageContaining(KEY);
        assertThat(files()).isEmpty();
    }

    @Test
    void refusesAKeyThatLeadsOutOfItsFolder() {
        ObjectStore store = new FolderObjectStore(folder.resolve("objects"));
        assertThatIllegalArgumentException().isThrownBy(() -> store.put("../secret", out -> out.write(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> store.open("../secret"));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }
}
