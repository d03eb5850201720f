package dev.capstan.systemtests.edge;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Connections that take up room: some say nothing, some stop in the middle, some go on one byte at a time. Who is hung up on comes again. */
final class SlowCallers implements AutoCloseable {

    private static final String HEAD = """
            POST /api/orders HTTP/1.1
            Host: x
            Content-Type: application/json
            Idempotency-Key: slow
            Content-Length: 1000
            """.replace("\n", "\r\n");

    /**
     * One caller.
     *
     * @param opening what it says at once
     * @param drips whether it goes on, a byte at a time
     */
    private record Manner(String opening, boolean drips) {}

    private static final class Caller {

        private final InetSocketAddress gateway;
        private final Manner manner;
        private SocketChannel channel;

        Caller(InetSocketAddress gateway, Manner manner) throws IOException {
            this.gateway = gateway;
            this.manner = manner;
            this.channel = connected();
        }

        private SocketChannel connected() throws IOException {
            SocketChannel opened = SocketChannel.open(gateway);
            opened.configureBlocking(false);
            opened.write(ByteBuffer.wrap(manner.opening().getBytes(StandardCharsets.US_ASCII)));
            return opened;
        }

        /** Returns whether it had to come again. */
        boolean goesOn() throws IOException {
            if (isOpen()) {
                return false;
            }
            channel.close();
            channel = connected();
            return true;
        }

        private boolean isOpen() {
            try {
                if (channel.read(ByteBuffer.allocate(4_096)) < 0) {
                    return false;
                }
                return !manner.drips() || channel.write(ByteBuffer.wrap(new byte[] {' '})) >= 0;
            } catch (IOException hungUpOn) {
                return false;
            }
        }
    }

    private final List<Caller> callers = new ArrayList<>();
    private final AtomicInteger returns = new AtomicInteger();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    /**
     * Opens the connections, as many of each manner.
     *
     * @param token of a user whose body never ends
     */
    SlowCallers(InetSocketAddress gateway, int count, String token) throws IOException {
        String authorized = HEAD + "Authorization: Bearer " + token + "\r\n\r\n{";
        List<Manner> manners = List.of(
                new Manner("", false),
                new Manner("GET /api/orders HTTP/1.1\r\nHost: x\r\nAuthor", false),
                new Manner(HEAD + "\r\n{", true),
                new Manner(authorized, false),
                new Manner(authorized, true));
        for (int i = 0; i < count; i++) {
            callers.add(new Caller(gateway, manners.get(i % manners.size())));
        }
        var _ = clock.scheduleWithFixedDelay(this::goOn, 2, 2, TimeUnit.SECONDS);
    }

    private void goOn() {
        for (Caller caller : callers) {
            try {
                if (caller.goesOn()) {
                    returns.incrementAndGet();
                }
            } catch (IOException refused) {
                // It tries again at its next turn.
            }
        }
    }

    /** How often one of them was hung up on. */
    int returns() {
        return returns.get();
    }

    @Override
    public void close() throws IOException {
        clock.shutdownNow();
        for (Caller caller : callers) {
            caller.channel.close();
        }
    }
}
