package dev.capstan.launcher.testing;

import dev.capstan.launcher.LaunchFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A lock between processes; the system gives it back when its holder dies. */
final class HostLock implements AutoCloseable {

    private final FileChannel channel;

    private HostLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits for the lock {@code name} of a folder. */
    static HostLock take(Path folder, String name) {
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.lock();
            return new HostLock(channel);
        } catch (IOException e) {
            throw new LaunchFailure("cannot lock " + folder.resolve(name), e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new LaunchFailure("cannot unlock", e);
        }
    }
}
