package dev.capstan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.gateway.EdgeCaller.Answer;
import dev.capstan.gateway.forwarding.UpstreamServer;
import dev.capstan.kit.security.Role;
import dev.capstan.kit.testing.TestTokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Callers that occupy the gateway without asking anything: more of each kind than a web server commonly has threads. */
class SlowConnectionsIT {

    private static final int OF_EACH = 250;
    private static final String ANNOUNCED = """
            POST /api/orders HTTP/1.1
            Host: x
            Content-Type: application/json
            Idempotency-Key: slow
            Content-Length: 1000
            """.replace("\n", "\r\n");

    private static UpstreamServer service;
    private static Gateways gateways;
    private static EdgeCaller alice;

    private final List<Socket> sockets = new ArrayList<>();

    @BeforeAll
    static void start() {
        service = new UpstreamServer();
        gateways = new Gateways(service.url());
        alice = gateways.start();
    }

    @AfterAll
    static void stop() {
        gateways.close();
        service.close();
    }

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void leaveTheGatewayToOthers() throws IOException {
        String token = TestTokens.shared().bearer("slow", Role.TRADER);
        alice.get("/api/orders");
        for (int i = 0; i < OF_EACH; i++) {
            connected("");
            connected("GET /api/orders HTTP/1.1\r\nHost: x\r\nAuthor");
            connected(ANNOUNCED + "\r\n{");
            connected(ANNOUNCED + "Authorization: " + token + "\r\n\r\n{");
        }
        for (int i = 0; i < 30; i++) {
            long before = System.nanoTime();
            Answer answer = alice.get("/api/orders");
            Duration took = Duration.ofNanos(System.nanoTime() - before);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(took).isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void areHungUpOnAfterAWhile() throws IOException {
        Socket silent = connected(
                ANNOUNCED + "Authorization: " + TestTokens.shared().bearer("slow", Role.TRADER) + "\r\n\r\n{");
        silent.setSoTimeout(20_000);
        String answer = new String(silent.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(answer).startsWith("HTTP/1.1 408").contains("REQUEST_TIMEOUT");
        assertThat(service.arrivals()).noneMatch(arrival -> arrival.method().equals("POST"));
    }

    private Socket connected(String bytes) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), alice.port());
        sockets.add(socket);
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }
}
