package dev.capstan.bench.gateway;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection that asks the same again and again, and is opened anew when the server ends it. A client library would share it with others. */
final class OpenConnection implements AutoCloseable {

    private static final int LIMIT_MILLIS = 20_000;
    private static final String LAST = "connection: close";
    private static final String LENGTH = "content-length:";

    private final int port;
    private final byte[] request;
    private Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream();

    /** Opened by its first question: the gateway hangs up on who asks nothing for five seconds. */
    OpenConnection(URI gateway, String path, String token) {
        port = gateway.getPort();
        request = ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The status of the answer, which is read to its end. Without one the connection ends, and the next question opens another. */
    int ask() throws IOException {
        try {
            return question();
        } catch (IOException unanswered) {
            socket.close();
            throw unanswered;
        }
    }

    private int question() throws IOException {
        if (socket.isClosed() || !socket.isConnected()) {
            open();
        }
        socket.getOutputStream().write(request);
        String status = line();
        int length = 0;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                length = Integer.parseInt(header.substring(LENGTH.length()).strip());
            }
            last |= header.equalsIgnoreCase(LAST);
        }
        in.skipNBytes(length);
        if (last) {
            socket.close();
        }
        return Integer.parseInt(status.split(" ", -1)[1]);
    }

    private void open() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(LIMIT_MILLIS);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 2_048);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("hung up on after: " + line);
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
