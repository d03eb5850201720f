package dev.capstan.execution.venue.adapter.binance.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ServerSocketFactory;

/**
 * A server that reads whole requests, remembers each as it arrived, and answers with the next step of a script: bytes, and then whether
 * the connection stays, closes, or falls silent.
 */
final class ScriptedServer implements AutoCloseable {

    /** What follows the answer's bytes. */
    enum Then {
        KEEP,
        CLOSE,
        HANG
    }

    record Arrival(String requestLine, String body) {}

    private record Step(String answer, Then then) {}

    private final ServerSocket listener;
    private final String scheme;
    private final Queue<Step> script = new ConcurrentLinkedQueue<>();
    private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    ScriptedServer() throws IOException {
        this("http", ServerSocketFactory.getDefault());
    }

    ScriptedServer(String scheme, ServerSocketFactory sockets) throws IOException {
        this.scheme = scheme;
        this.listener = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::acceptAll);
    }

    URI uri() {
        return URI.create(scheme + "://127.0.0.1:" + listener.getLocalPort());
    }

    List<Arrival> arrivals() {
        return arrivals;
    }

    ScriptedServer raw(String answer, Then then) {
        script.add(new Step(answer, then));
        return this;
    }

    ScriptedServer answer(int status, String body, String... headers) {
        return raw(http(status, body, headers), Then.KEEP);
    }

    static String http(int status, String body, String... headers) {
        return "HTTP/1.1 " + status + " Scripted\r\nContent-Type: application/json\r\n"
                + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n")
                + "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    private void acceptAll() {
        try {
            while (true) {
                Socket socket = listener.accept();
                connections.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException e) {
            closed.countDown();
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            boolean open = true;
            while (open) {
                open = answerOne(socket, in);
            }
        } catch (IOException e) {
            closed.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean answerOne(Socket socket, InputStream in) throws IOException, InterruptedException {
        String requestLine = line(in);
        if (requestLine.isEmpty()) {
            return false;
        }
        int length = contentLength(in);
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        if (body.length() < length) {
            return false;
        }
        arrivals.add(new Arrival(requestLine, body));
        Step step = script.poll();
        if (step == null) {
            return false;
        }
        socket.getOutputStream().write(step.answer().getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        if (step.then() == Then.HANG) {
            closed.await();
        }
        return step.then() == Then.KEEP;
    }

    private static int contentLength(InputStream in) throws IOException {
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        return length;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    @Override
    public void close() {
        try {
            closed.countDown();
            listener.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
