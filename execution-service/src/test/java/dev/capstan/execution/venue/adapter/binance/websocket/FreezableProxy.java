package dev.capstan.execution.venue.adapter.binance.websocket;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes bytes on to another port, until told that the connections there are stay open and carry nothing more. */
final class FreezableProxy implements AutoCloseable {

    private final ServerSocket listener;
    private final URI target;
    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private volatile boolean turnsAway;

    FreezableProxy(URI target) {
        this.target = target;
        try {
            this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** The same address, by way of this proxy. */
    URI uri() {
        return URI.create(target.getScheme() + "://127.0.0.1:" + listener.getLocalPort() + target.getPath());
    }

    /** What comes later is passed on as before. */
    void freezeWhatIsOpen() {
        lines.forEach(line -> line.frozen = true);
    }

    /** Whether who comes from now on is turned away; who is here stays. */
    void turnsNewOnesAway(boolean away) {
        turnsAway = away;
    }

    int turnedAway() {
        return turnedAway.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                if (turnsAway) {
                    client.close();
                    turnedAway.incrementAndGet();
                    continue;
                }
                Line line = new Line(client, new Socket(target.getHost(), target.getPort()));
                lines.add(line);
                Thread.ofVirtual().start(() -> line.pump(line.client, line.server));
                Thread.ofVirtual().start(() -> line.pump(line.server, line.client));
            }
        } catch (IOException closed) {
            lines.forEach(Line::close);
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Line {

        private final Socket client;
        private final Socket server;
        private volatile boolean frozen;

        Line(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void pump(Socket from, Socket to) {
            byte[] buffer = new byte[8192];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    if (!frozen) {
                        out.write(buffer, 0, read);
                    }
                }
            } catch (IOException ended) {
                close();
            }
        }

        void close() {
            try {
                client.close();
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
