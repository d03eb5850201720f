package dev.capstan.launcher.stack;

import dev.capstan.launcher.LaunchFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One launcher per data folder; the system gives the lock back when the launcher dies. */
final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static FolderLock take(DataFolder data) {
        try {
            Files.createDirectories(data.run());
            FileChannel channel = FileChannel.open(
                    data.run().resolve("launcher.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new LaunchFailure(
                        "a stack already runs in " + data.root() + "; see ./capstan status, or ./capstan down");
            }
            return new FolderLock(channel);
        } catch (IOException e) {
            throw new LaunchFailure("cannot use the data folder " + data.root() + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this very process: the same answer as held by another
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new LaunchFailure("cannot give the data folder back", e);
        }
    }
}
