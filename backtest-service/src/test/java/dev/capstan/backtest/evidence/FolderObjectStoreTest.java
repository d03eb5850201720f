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
import java.nio.file.attribute.FileTime;
import java.time.Instant;
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
    void removesWhatAKillLeftHalfADayAgo() throws IOException {
        FolderObjectStore store = new FolderObjectStore(folder);
        put(store, "whole");
        Path evidence = folder.resolve(KEY).resolveSibling("");
        Instant limit = Instant.parse("2026-01-02T00:00:00Z");
        for (String name : List.of(".2.json1.part", "3.part", ".4.json")) {
            age(Files.createFile(evidence.resolve(name)), limit.minusSeconds(1));
        }
        age(Files.createFile(evidence.resolve(".5.json1.part")), limit);
        age(folder.resolve(KEY), limit.minusSeconds(1));
        store.removeUnfinished(limit);
        assertThat(files())
                .extracting(file -> file.substring(file.lastIndexOf('/') + 1))
                .containsExactlyInAnyOrder("1.json", "3.part", ".4.json", ".5.json1.part");
        new FolderObjectStore(folder.resolve("none")).removeUnfinished(limit);
    }

    private static void age(Path file, Instant modified) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(modified));
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
