package dev.capstan.launcher.component;

import dev.capstan.launcher.LaunchFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The folder of programs that were fetched and laid out once, {@code ${CAPSTAN_CACHE}} or {@code ~/.cache/capstan}.
 *
 * <p>An entry appears by one rename after its files were checked, so an interrupted download leaves nothing that looks whole; a
 * file lock keeps two launchers from doing the same work. What is there needs no network.
 */
public final class ComponentCache {

    /** A file lock is between processes: two threads of one, say for two replicas of a service, would find it an error. */
    private static final ConcurrentMap<Path, ReentrantLock> TURNS = new ConcurrentHashMap<>();

    private final Path root;
    private final Consumer<String> progress;

    /** A cache in a folder of your own; {@code progress} hears what is being fetched. */
    public ComponentCache(Path root, Consumer<String> progress) {
        this.root = root.toAbsolutePath();
        this.progress = progress;
    }

    /** The cache of this user. */
    public static ComponentCache ofUser(Consumer<String> progress) {
        String set = System.getenv("CAPSTAN_CACHE");
        if (set != null && !set.isBlank()) {
            return new ComponentCache(Path.of(set), progress);
        }
        // HOME before user.home: the latter is the account's entry, which su and containers often do not mean.
        String home = Objects.requireNonNullElse(System.getenv("HOME"), System.getProperty("user.home"));
        return new ComponentCache(Path.of(home, ".cache", "capstan"), progress);
    }

    /** The same folder, reporting to somebody else. */
    public ComponentCache withProgress(Consumer<String> other) {
        return new ComponentCache(root, other);
    }

    public Path root() {
        return root;
    }

    /** The folder of PostgreSQL: {@code bin}, {@code lib}, {@code share}. */
    Path postgres() {
        return entry(PinnedComponent.POSTGRES.cacheFolder(), draft -> {
            Path downloads = download(PinnedComponent.POSTGRES, draft);
            Archives.unpackTxzInside(downloads, draft.resolve("out"));
        });
    }

    /** The folder that holds the jars of the Kafka broker and nothing else. */
    Path kafka() {
        return entry(
                PinnedComponent.KAFKA.cacheFolder(),
                draft -> Files.move(download(PinnedComponent.KAFKA, draft), draft.resolve("out")));
    }

    /** The folder of Keycloak, already built for PostgreSQL: its start then skips half a minute of work. */
    Path keycloak() {
        return entry(PinnedComponent.KEYCLOAK.cacheFolder(), draft -> {
            Path out = draft.resolve("out");
            Archives.unzipInside(download(PinnedComponent.KEYCLOAK, draft), out);
            progress.accept("building Keycloak once");
            KeycloakBuild.run(out, draft.resolve("build.log"));
        });
    }

    /**
     * An entry made on first use.
     *
     * @param fill lays the entry out in {@code out} below the folder it is given
     */
    public Path entry(String name, Filler fill) {
        Path target = root.resolve(name);
        if (Files.isDirectory(target)) {
            return target;
        }
        ReentrantLock turn = TURNS.computeIfAbsent(target, any -> new ReentrantLock());
        turn.lock();
        try {
            Files.createDirectories(root);
            try (FileChannel lock = lockFile(name);
                    FileLock _ = lock.lock()) {
                if (!Files.isDirectory(target)) {
                    make(root.resolve(".making-" + name), target, fill);
                }
            }
            return target;
        } catch (IOException e) {
            throw new LaunchFailure("cannot fill the cache " + target + ": " + e.getMessage(), e);
        } finally {
            turn.unlock();
        }
    }

    private FileChannel lockFile(String name) throws IOException {
        return FileChannel.open(
                root.resolve("." + name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static void make(Path draft, Path target, Filler fill) throws IOException {
        FileTrees.delete(draft); // what an interrupted run left
        Files.createDirectories(draft);
        fill.fill(draft);
        Files.move(draft.resolve("out"), target, StandardCopyOption.ATOMIC_MOVE);
        FileTrees.delete(draft);
    }

    private Path download(PinnedComponent component, Path draft) throws IOException {
        progress.accept("downloading " + component.title());
        Files.writeString(draft.resolve("pom.xml"), component.descriptor());
        Path downloads = draft.resolve("downloads");
        MavenDownload.copyDependencies(draft, downloads);
        Checksums.verify(downloads, component.sums());
        return downloads;
    }

    /** Lays an entry out. */
    @FunctionalInterface
    public interface Filler {
        void fill(Path draft) throws IOException;
    }
}
