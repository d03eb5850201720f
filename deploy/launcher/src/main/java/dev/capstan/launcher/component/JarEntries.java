package dev.capstan.launcher.component;

import dev.capstan.launcher.LaunchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Our own jars in the cache, each under its checksum: what runs is never touched by the next build, and what was made from a jar
 * is found again until the jar changes. The entries used last are kept, older ones go.
 */
public final class JarEntries {

    private static final int DIGITS = 16;
    private static final int KEPT = 4;

    private final ComponentCache cache;
    private final Clock clock;

    public JarEntries(ComponentCache cache, Clock clock) {
        this.cache = cache;
        this.clock = clock;
    }

    /** The entry of a jar as it is now, laid out by {@code fill} on first use. */
    public Path of(Path jar, ComponentCache.Filler fill) {
        if (!Files.exists(jar)) {
            throw new LaunchFailure(jar + " is not built; run ./capstan up, or mvn package");
        }
        try {
            String prefix = "jar-" + jar.getFileName().toString().replace(".jar", "") + "-";
            Path entry = cache.entry(prefix + Checksums.sha256(jar).substring(0, DIGITS), fill);
            Files.setLastModifiedTime(entry, FileTime.from(clock.instant()));
            removeOld(prefix);
            return entry;
        } catch (IOException e) {
            throw new LaunchFailure("cannot keep " + jar + " in " + cache.root(), e);
        }
    }

    private void removeOld(String prefix) throws IOException {
        try (Stream<Path> entries = Files.list(cache.root())) {
            List<Path> old = entries.filter(
                            entry -> entry.getFileName().toString().startsWith(prefix))
                    .sorted(Comparator.comparing(JarEntries::lastUse).reversed())
                    .skip(KEPT)
                    .toList();
            for (Path entry : old) {
                FileTrees.delete(entry);
            }
        }
    }

    private static FileTime lastUse(Path entry) {
        try {
            return Files.getLastModifiedTime(entry);
        } catch (IOException e) {
            return FileTime.fromMillis(0); // another launcher removed it just now
        }
    }
}
