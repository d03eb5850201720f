package dev.capstan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.simulator.binance.protocol.RateLimits;
import dev.capstan.simulator.binance.websocket.ConnectionRules;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The venue's rules for connections, in less time than it takes itself. */
class ConnectionLifeTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    private VenueSimulator start(ConnectionRules rules) {
        return VenueSimulator.start(
                SimulatorOptions.in(folder).withLimits(RateLimits.STANDARD).withConnections(rules));
    }

    @Test
    void whoAnswersPingsStaysAndWhoIsTooOldIsClosed() {
        try (VenueSimulator venue = start(new ConnectionRules(100, 3_000, 5_000))) {
            long before = System.nanoTime();
            try (Listener listener = new Listener(venue.webSocketApiUrl())) {
                Awaitility.await().atMost(SOON).until(listener::isClosed);
                assertThat(Duration.ofNanos(System.nanoTime() - before))
                        .as("pongs kept it beyond the silence")
                        .isGreaterThan(Duration.ofMillis(4_500));
            }
        }
    }

    @Test
    void aClientsPingIsAnsweredWithItsOwnPayload() {
        try (VenueSimulator venue = start(ConnectionRules.standard());
                Listener listener = new Listener(venue.webSocketApiUrl())) {
            assertThat(listener.isAnswered("are you there")).isTrue();
        }
    }

    @Test
    void aDayIsNoShorterForStreams() {
        try (VenueSimulator venue = start(new ConnectionRules(100, 60_000, 500));
                Listener listener = new Listener(venue.streamUrl() + "/ws/btcusdt@trade")) {
            Awaitility.await().atMost(SOON).until(listener::isClosed);
        }
    }

    @Test
    void anotherPongIsNoAnswer() throws IOException {
        try (VenueSimulator venue = start(new ConnectionRules(100, 1_000, 60_000));
                Socket socket = upgraded(venue.port())) {
            assertThat(closingCode(socket)).isEqualTo(1008);
        }
    }

    /** A connection without a client library: those answer every ping as they should. */
    private static Socket upgraded(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(10_000);
        String request = String.join(
                "\r\n",
                "GET /ws-api/v3 HTTP/1.1",
                "Host: localhost",
                "Upgrade: websocket",
                "Connection: Upgrade",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "\r\n");
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            answer.append((char) socket.getInputStream().read());
        }
        assertThat(answer.toString()).startsWith("HTTP/1.1 101");
        return socket;
    }

    /** Answers each ping with a pong of its own making, until the venue has enough of it. */
    private static int closingCode(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] maskedPongOfOneByte = {(byte) 0x8A, (byte) 0x81, 0, 0, 0, 0, 'x'};
        while (true) {
            int opcode = in.readUnsignedByte() & 0x0F;
            byte[] payload = new byte[in.readUnsignedByte()];
            in.readFully(payload);
            if (opcode == 8) {
                return ByteBuffer.wrap(payload).getShort();
            }
            socket.getOutputStream().write(maskedPongOfOneByte);
        }
    }

    @Test
    void whoTalksTooMuchToTheStreamsIsClosed() {
        try (VenueSimulator venue = start(ConnectionRules.standard());
                Listener listener = new Listener(venue.streamUrl() + "/ws")) {
            Awaitility.await().atMost(SOON).until(() -> {
                if (!listener.isClosed()) {
                    for (int number = 0; number < 6; number++) {
                        listener.trySend("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":1}");
                    }
                }
                return listener.isClosed();
            });
        }
    }

    @Test
    void onlySoManyConnectionsMayBeOpenedInAWhile() {
        try (VenueSimulator venue = start(ConnectionRules.standard())) {
            int refused = 0;
            // Five minutes may end on the way, so twice as many as they allow.
            for (int number = 0; number < 601 && refused == 0; number++) {
                try (Listener listener = new Listener(venue.streamUrl() + "/ws")) {
                    assertThat(listener.isClosed()).isFalse();
                } catch (java.util.concurrent.CompletionException handshake) {
                    assertThat(handshake).hasRootCauseMessage("Unexpected HTTP response status code 429");
                    refused = number;
                }
            }
            assertThat(refused).isGreaterThanOrEqualTo(300);
        }
    }

    @Test
    void whoComesBetweenTheAnnouncementAndTheEndStays() {
        try (VenueSimulator venue = start(ConnectionRules.standard())) {
            Trader trader = new Trader(venue, "alice").withAccount();
            try (Listener told = known(new Listener(venue.streamUrl() + "/stream?streams=btcusdt@trade"))) {
                trader.control("POST", "/control/faults", "{\"kind\":\"SHUT_DOWN\",\"notice\":3000}");
                told.await(message -> message.path("stream").asString("").equals("!serverShutdown"));
                try (Listener later = new Listener(venue.streamUrl() + "/stream?streams=btcusdt@trade")) {
                    assertThat(told.isClosed()).isFalse();
                    Awaitility.await().atMost(SOON).until(told::isClosed);
                    assertThat(later.isAnswered("are you there")).isTrue();
                }
            }
        }
    }

    @Test
    void aShutdownIsToldBeforeItHappens() {
        try (VenueSimulator venue = start(ConnectionRules.standard())) {
            Trader trader = new Trader(venue, "alice").withAccount();
            try (Listener stream = known(new Listener(venue.streamUrl() + "/stream?streams=btcusdt@trade"))) {
                trader.control("POST", "/control/faults", "{\"kind\":\"SHUT_DOWN\",\"millis\":300}");
                assertThat(stream.await(message ->
                                        message.path("stream").asString("").equals("!serverShutdown"))
                                .path("data")
                                .path("e")
                                .asString())
                        .isEqualTo("serverShutdown");
                Awaitility.await().atMost(SOON).until(stream::isClosed);
            }
            Awaitility.await().atMost(SOON).ignoreExceptions().until(() -> {
                new Listener(venue.streamUrl() + "/ws").close();
                return true;
            });
        }
    }

    /** A handshake may be over for the client a moment before the venue counts it among those it tells. */
    private static Listener known(Listener listener) {
        assertThat(listener.isAnswered("are you known")).isTrue();
        return listener;
    }
}
