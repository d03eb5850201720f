package dev.capstan.launcher.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarEntriesTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path root;

    @Test
    void changedJarHasAnotherEntryAndOldOnesGo() throws IOException {
        List<Path> entries = new ArrayList<>();
        for (int version = 0; version < 6; version++) {
            entries.add(entryOf("version " + version, BEGIN.plus(Duration.ofHours(version))));
        }
        assertThat(entries).doesNotHaveDuplicates();
        assertThat(entries.subList(0, 2)).allSatisfy(old -> assertThat(old).doesNotExist());
        assertThat(entries.subList(2, 6)).allSatisfy(kept -> assertThat(kept).isDirectory());
    }

    @Test
    void sameJarKeepsItsEntry() throws IOException {
        assertThat(entryOf("same", BEGIN)).isEqualTo(entryOf("same", BEGIN));
    }

    private Path entryOf(String content, Instant now) throws IOException {
        Path jar = Files.writeString(root.resolve("tool.jar"), content);
        ComponentCache cache = new ComponentCache(root.resolve("cache"), line -> {});
        return new JarEntries(cache, Clock.fixed(now, ZoneOffset.UTC))
                .of(jar, draft -> Files.createDirectory(draft.resolve("out")));
    }
}
