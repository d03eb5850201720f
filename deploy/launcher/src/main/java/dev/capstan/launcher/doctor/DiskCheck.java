package dev.capstan.launcher.doctor;

import dev.capstan.launcher.stack.Preflight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Space for the data, space for the programs that are fetched, and the right to write there. */
final class DiskCheck implements Check {

    private static final long MEGABYTE = 1024 * 1024;
    private static final long CACHE_BYTES = 1024 * MEGABYTE;

    private final Path data;
    private final Path cache;

    DiskCheck(Path data, Path cache) {
        this.data = data;
        this.cache = cache;
    }

    @Override
    public List<Finding> look() {
        return List.of(
                space(
                        "disk of the data",
                        data,
                        Preflight.DISK_BYTES,
                        "free some, or choose another folder with --data"),
                space("disk of the cache", cache, CACHE_BYTES, "free some, or set CAPSTAN_CACHE to another folder"));
    }

    private static Finding space(String name, Path folder, long needed, String mend) {
        Path there = nearest(folder);
        try {
            long usable = Files.getFileStore(there).getUsableSpace();
            String found = usable / MEGABYTE + " MB free in " + folder;
            if (!Files.isWritable(there)) {
                return Finding.wrong(name, folder + " cannot be written", "give yourself the right to write it");
            }
            return usable >= needed ? Finding.fine(name, found) : Finding.wrong(name, found, mend);
        } catch (IOException e) {
            return Finding.wrong(name, "cannot ask about " + there + ": " + e.getMessage(), mend);
        }
    }

    /** The folder itself, or what would hold it. */
    private static Path nearest(Path folder) {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there)) {
            there = Objects.requireNonNull(there.getParent(), "the root exists");
        }
        return there;
    }
}
