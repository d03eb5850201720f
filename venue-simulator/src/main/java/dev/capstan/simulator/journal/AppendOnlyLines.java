package dev.capstan.simulator.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of lines that only grows.
 *
 * <p>A line is handed to the operating system in one write before {@link #append} returns, so it outlives this process, killed or not. It is
 * not forced to the disk: the power going off is not among the things this venue plays. A last line without its end is one that nobody was
 * ever answered for, and is cut off when the file is opened.
 */
final class AppendOnlyLines implements Closeable {

    /** Hears of each line. */
    interface Reader {
        void line(long number, byte[] line) throws IOException;
    }

    private final FileChannel channel;
    private long end;

    private AppendOnlyLines(FileChannel channel, long end) {
        this.channel = channel;
        this.end = end;
    }

    static AppendOnlyLines open(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (!lock(channel)) {
            channel.close();
            throw new IllegalArgumentException(file + " is in use by another simulator");
        }
        long end = endOfLastLine(channel);
        channel.truncate(end);
        return new AppendOnlyLines(channel, end);
    }

    /** The system lets go of the lock when the process ends, however it ends. */
    private static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    /** Adds one line and returns where it begins. A part of a line that could not be written whole is written over by the next. */
    synchronized long append(byte[] line) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocate(line.length + 1).put(line).put((byte) '\n').flip();
        long start = end;
        long position = start;
        while (bytes.hasRemaining()) {
            position += channel.write(bytes, position);
        }
        end = position;
        return start;
    }

    /** Every line from the start; their numbers begin with 1. */
    void forEach(Reader reader) throws IOException {
        forEach(0, 1, Long.MAX_VALUE, reader);
    }

    /** Up to {@code limit} lines from the one that begins at {@code position} and has {@code firstNumber}. */
    void forEach(long position, long firstNumber, long limit, Reader reader) throws IOException {
        long until = end();
        LineSplitter splitter = new LineSplitter(firstNumber, limit, reader);
        long next = position;
        while (next < until && !splitter.isDone()) {
            ByteBuffer room = splitter.room();
            room.limit((int) Math.min(room.limit(), room.position() + (until - next)));
            int read = channel.read(room, next);
            next += read;
            splitter.added(read);
        }
    }

    synchronized long end() {
        return end;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static long endOfLastLine(FileChannel channel) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long position = channel.size() - 1; position >= 0; position--) {
            one.clear();
            channel.read(one, position);
            if (one.get(0) == '\n') {
                return position + 1;
            }
        }
        return 0;
    }
}
