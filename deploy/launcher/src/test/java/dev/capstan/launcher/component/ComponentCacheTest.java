package dev.capstan.launcher.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.launcher.LaunchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComponentCacheTest {

    @TempDir
    private Path root;

    private ComponentCache cache;

    @BeforeEach
    void open() {
        cache = new ComponentCache(root, line -> {});
    }

    @Test
    void entryIsMadeOnce() {
        AtomicInteger fills = new AtomicInteger();
        for (int i = 0; i < 2; i++) {
            Path entry = cache.entry("tool-1.0", draft -> {
                fills.incrementAndGet();
                lay(draft, "whole");
            });
            assertThat(entry.resolve("file")).hasContent("whole");
        }
        assertThat(fills).hasValue(1);
    }

    @Test
    void interruptedDownloadHarmsNothing() {
        assertThatThrownBy(() -> cache.entry("tool-1.0", draft -> {
                    lay(draft, "half");
                    throw new IOException("the line broke");
                }))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("the line broke");
        assertThat(root.resolve("tool-1.0")).doesNotExist();
        assertThat(cache.entry("tool-1.0", draft -> lay(draft, "whole")).resolve("file"))
                .hasContent("whole");
    }

    @Test
    void fileWithAnotherSumIsRefused() throws IOException {
        Files.writeString(root.resolve("a.jar"), "changed on the way");
        assertThatThrownBy(() -> Checksums.verify(root, "0000  a.jar\n")).hasMessageContaining("a.jar");
    }

    @Test
    void unlistedFileIsRefused() throws IOException {
        Files.writeString(root.resolve("b.jar"), "extra");
        assertThatThrownBy(() -> Checksums.verify(root, "")).hasMessageContaining("b.jar");
    }

    @Test
    void missingFileIsNamed() {
        assertThatThrownBy(() -> Checksums.verify(root, "0000  c.jar\n")).hasMessageContaining("c.jar");
    }

    private static void lay(Path draft, String content) throws IOException {
        Files.writeString(Files.createDirectories(draft.resolve("out")).resolve("file"), content);
    }
}
