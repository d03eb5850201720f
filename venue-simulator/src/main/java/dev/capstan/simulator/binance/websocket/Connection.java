package dev.capstan.simulator.binance.websocket;

import dev.capstan.simulator.binance.stream.StreamConnection;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.jetty.util.IteratingCallback;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket connection: sends in the order it is told, one frame at a time, and cuts a client that does not read.
 */
public final class Connection implements Session.Listener.AutoDemanding, StreamConnection {

    /** What a connection is for. */
    public interface Role {

        void opened(Connection connection);

        void received(String message);

        /** A ping or a pong came in, which some count as messages. */
        default void received() {}

        void closed();
    }

    private static final int MOST_WAITING = 100_000;
    private static final String MARK = "mark ";
    private static final long REMIND_AFTER = 500;

    /** What is sent in its turn. */
    private interface Frame {
        void sendOn(Session session, Callback callback);
    }

    private final Map<String, String> query;
    private final Role role;
    private final Connections connections;
    private final Queue<Frame> waiting = new ConcurrentLinkedQueue<>();
    private final Sender sender = new Sender();
    private volatile @Nullable Session session;
    private volatile String lastPing = "";
    private volatile String mark = "";
    private volatile String markHeard = "";
    private volatile long markedAt;
    private volatile long lastPong;
    private volatile long openedAt;

    Connection(Map<String, String> query, Role role, Connections connections) {
        this.query = query;
        this.role = role;
        this.connections = connections;
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session = opened;
        openedAt = connections.now();
        lastPong = openedAt;
        connections.add(this);
        role.opened(this);
    }

    @Override
    public void onWebSocketText(String message) {
        role.received(message);
    }

    /** Only a copy of what was sent is an answer; any other pong proves nothing. */
    @Override
    public void onWebSocketPong(ByteBuffer payload) {
        String answered = StandardCharsets.US_ASCII.decode(payload).toString();
        if (answered.equals(lastPing)) {
            lastPong = connections.now();
        }
        if (answered.startsWith(MARK)) {
            // The real venue sends no marks, so nobody's allowance pays for the answers.
            markHeard = answered;
        } else {
            role.received();
        }
    }

    @Override
    public void onWebSocketPing(ByteBuffer payload) {
        Session open = session;
        if (open != null) {
            // The buffer is the server's again as soon as this returns; the pong may leave later.
            ByteBuffer copy =
                    ByteBuffer.allocate(payload.remaining()).put(payload).flip();
            open.sendPong(copy, Callback.NOOP);
        }
        role.received();
    }

    @Override
    public void onWebSocketClose(int statusCode, String reason, Callback callback) {
        connections.remove(this);
        role.closed();
        callback.succeed();
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        disconnect();
    }

    /** Parameters of the address it was opened with. */
    public Map<String, String> query() {
        return query;
    }

    /** Whether its client wants to be told of its limits with every answer. */
    boolean showsRateLimits() {
        return !"false".equals(query.get("returnRateLimits"));
    }

    Role role() {
        return role;
    }

    /** Sends {@code message} after all that was given before. */
    @Override
    public void send(String message) {
        send((open, callback) -> open.sendText(message, callback));
    }

    /** Whoever answers this has received all that was given before. */
    void mark(String name) {
        mark = MARK + name;
        sendMark();
    }

    /** A client that has two pings to answer may answer the later one alone. */
    void remindOfMark() {
        if (connections.now() - markedAt >= REMIND_AFTER) {
            sendMark();
        }
    }

    private void sendMark() {
        markedAt = connections.now();
        ByteBuffer payload = ascii(mark);
        send((open, callback) -> open.sendPing(payload, callback));
    }

    /** Whether its client has not answered the last mark yet. */
    boolean isBehindMark() {
        return !markHeard.equals(mark);
    }

    private void send(Frame frame) {
        waiting.add(frame);
        if (waiting.size() > MOST_WAITING) {
            disconnect();
        }
        sender.iterate();
    }

    /** Writes one frame after the other without growing the stack when each is written at once. */
    private final class Sender extends IteratingCallback {

        @Override
        protected Action process() {
            Session open = session;
            Frame next = open == null ? null : waiting.poll();
            if (open == null || next == null) {
                return Action.IDLE;
            }
            next.sendOn(open, Callback.from(this::succeeded, this::failed));
            return Action.SCHEDULED;
        }

        @Override
        protected void onCompleteFailure(Throwable cause) {
            disconnect();
        }
    }

    /** Ends the connection as the protocol wants it. */
    public void close(int code, String reason) {
        Session open = session;
        if (open != null) {
            open.close(code, reason, Callback.NOOP);
        }
    }

    /** Cuts the connection without a word. */
    @Override
    public void disconnect() {
        Session open = session;
        if (open != null) {
            open.disconnect();
        }
    }

    void ping() {
        Session open = session;
        if (open != null) {
            lastPing = Long.toString(connections.now());
            open.sendPing(ascii(lastPing), Callback.NOOP);
        }
    }

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    long now() {
        return connections.now();
    }

    long lastPong() {
        return lastPong;
    }

    long openedAt() {
        return openedAt;
    }
}
