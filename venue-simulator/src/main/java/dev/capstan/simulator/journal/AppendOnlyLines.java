package dev.capstan.simulator.journal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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

    private static final int BUFFER = 1 << 16;

    private final FileChannel channel;
    private long end;

    private AppendOnlyLines(FileChannel channel, long end) {
        this.channel = channel;
        this.end = end;
    }

    static AppendOnlyLines open(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        long end = endOfLastLine(channel);
        channel.truncate(end);
        return new AppendOnlyLines(channel, end);
    }

    /** Adds one line and returns where it begins. */
    synchronized long append(byte[] line) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocate(line.length + 1).put(line).put((byte) '\n').flip();
        long start = end;
        while (bytes.hasRemaining()) {
            end += channel.write(bytes, end);
        }
        return start;
    }

    /** Every line from the start; their numbers begin with 1. */
    void forEach(Reader reader) throws IOException {
        forEach(0, 1, Long.MAX_VALUE, reader);
    }

    /** Up to {@code limit} lines from the one that begins at {@code position} and has {@code firstNumber}. */
    void forEach(long position, long firstNumber, long limit, Reader reader) throws IOException {
        long until = end();
        try (InputStream bytes = new BufferedInputStream(new RangeInput(channel, position, until), BUFFER)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            long number = firstNumber;
            for (int next = bytes.read(); next >= 0 && number < firstNumber + limit; next = bytes.read()) {
                if (next == '\n') {
                    reader.line(number, line.toByteArray());
                    line.reset();
                    number++;
                } else {
                    line.write(next);
                }
            }
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

    /** Reads a part of the file without moving anybody else's place in it. */
    private static final class RangeInput extends InputStream {

        private final FileChannel channel;
        private final long until;
        private long position;

        RangeInput(FileChannel channel, long position, long until) {
            this.channel = channel;
            this.position = position;
            this.until = until;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (position >= until) {
                return -1;
            }
            int wanted = (int) Math.min(length, until - position);
            int read = channel.read(ByteBuffer.wrap(bytes, offset, wanted), position);
            position += Math.max(0, read);
            return read;
        }
    }
}
