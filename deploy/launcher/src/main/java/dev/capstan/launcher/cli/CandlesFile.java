package dev.capstan.launcher.cli;

import dev.capstan.launcher.LaunchFailure;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A kline file to be sent.
 *
 * @param gzip whether its first bytes say that it is packed
 */
record CandlesFile(Path path, long size, boolean gzip) {

    private static final long MEGABYTE = 1024 * 1024;
    private static final long LARGEST = 64 * MEGABYTE;
    private static final int TENTHS = 10;

    /** Looks at the file, or fails saying what is wrong with it. */
    static CandlesFile of(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new LaunchFailure("there is no file " + path);
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] start = in.readNBytes(2);
            boolean gzip = start.length == 2 && start[0] == 0x1f && start[1] == (byte) 0x8b;
            long size = Files.size(path);
            check(path, size, gzip);
            return new CandlesFile(path, size, gzip);
        } catch (IOException e) {
            throw new LaunchFailure("cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    private static void check(Path path, long size, boolean gzip) {
        if (size > LARGEST) {
            throw new LaunchFailure(path + " has " + size / MEGABYTE + " MB, at most 64 can be sent; "
                    + (gzip ? "import it in parts" : "pack it with gzip, or import it in parts"));
        }
        if (!gzip && path.toString().endsWith(".gz")) {
            throw new LaunchFailure(path + " is not a gzip file, whatever its name says");
        }
    }

    String contentType() {
        return gzip ? "application/gzip" : "text/csv";
    }

    /** The file as a body that tells {@code progress} of every tenth that is on its way. */
    BodyPublisher body(Consumer<String> progress) {
        return BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> counted(progress)), size);
    }

    private InputStream counted(Consumer<String> progress) {
        try {
            return new Counted(Files.newInputStream(path), progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Counted extends FilterInputStream {

        private final Consumer<String> progress;
        private long sent;
        private long tenths;

        Counted(InputStream in, Consumer<String> progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            count(Math.max(0, count));
            return count;
        }

        private void count(int more) {
            sent += more;
            long now = size == 0 ? TENTHS : sent * TENTHS / size;
            if (now > tenths) {
                tenths = now;
                progress.accept(
                        now * TENTHS + " % of " + size / 1024 + " kB sent" + (now == TENTHS ? ", being stored" : ""));
            }
        }
    }
}
