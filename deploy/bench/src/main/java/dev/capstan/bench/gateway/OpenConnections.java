package dev.capstan.bench.gateway;

import dev.capstan.bench.figures.Durations;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Many open connections, each of which reads once a second whether or not its last answer has come: times are counted from when a read
 * was due. The connections are due one after the other, evenly over the second.
 */
final class OpenConnections {

    private static final long EACH = TimeUnit.SECONDS.toNanos(1);

    private final List<OpenConnection> connections = new ArrayList<>();
    private final Durations durations = new Durations();
    private final AtomicInteger errors = new AtomicInteger();

    /**
     * Opens nothing yet.
     *
     * @param tokens of the users, who share the connections evenly
     */
    OpenConnections(URI target, List<String> tokens, int count) {
        String path = target.getPath() + "?" + target.getQuery();
        for (int i = 0; i < count; i++) {
            connections.add(new OpenConnection(target, path, tokens.get(i % tokens.size())));
        }
    }

    /** Reads for {@code warmUp}, and then for {@code length} with what is reported. */
    OpenFigures run(Duration warmUp, Duration length) throws IOException {
        long start = System.nanoTime();
        long first = warmUp.toSeconds();
        long end = first + length.toSeconds();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < connections.size(); i++) {
                OpenConnection connection = connections.get(i);
                long begin = start + i * EACH / connections.size();
                threads.execute(() -> reads(connection, begin, first, end));
            }
        } finally {
            for (OpenConnection connection : connections) {
                connection.close();
            }
        }
        return new OpenFigures(connections.size(), durations.percentiles(), errors.get());
    }

    private void reads(OpenConnection connection, long begin, long first, long end) {
        for (long second = 0; second < end; second++) {
            long due = begin + second * EACH;
            waitUntil(due);
            boolean good = reads(connection);
            if (!good) {
                errors.incrementAndGet();
            } else if (second >= first) {
                durations.add(System.nanoTime() - due);
            }
        }
    }

    private static boolean reads(OpenConnection connection) {
        try {
            return connection.ask() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
