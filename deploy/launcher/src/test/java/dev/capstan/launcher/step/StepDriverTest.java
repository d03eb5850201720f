package dev.capstan.launcher.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.capstan.launcher.LaunchFailure;
import dev.capstan.launcher.stack.ProcessState;
import dev.capstan.launcher.stack.ProcessStatus;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StepDriverTest {

    private static final String QUIET = "{\"pending\":{\"outbox\":0},\"done\":4}";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private volatile String ready = "{\"mode\":\"step\",\"step\":4,\"ended\":false}";
    private volatile String activity = QUIET;
    private final AtomicInteger failures = new AtomicInteger();
    private volatile int refusal;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** The venue and the only service at one address. */
    private StepDriver driver() {
        return driver(Duration.ofSeconds(10));
    }

    /** For those that nobody lets step. */
    private StepDriver impatientDriver() {
        return driver(Duration.ofMillis(500));
    }

    private StepDriver driver(Duration limit) {
        int port = server.getAddress().getPort();
        return new StepDriver(
                "http://127.0.0.1:" + port,
                List.of(process("kafka", 1), process("risk-service", port), process("risk-service-2", port)),
                limit);
    }

    private static ProcessStatus process(String name, int port) {
        return new ProcessStatus(name, ProcessState.READY, 1L, port, 0, Instant.EPOCH, "log", null);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        switch (exchange.getRequestURI().getPath()) {
            case "/control/ready" -> send(exchange, 200, ready);
            case "/control/activity" -> send(exchange, 200, QUIET);
            case "/activity" -> send(exchange, 200, activity);
            default -> step(exchange, body);
        }
    }

    private void step(HttpExchange exchange, String body) throws IOException {
        asked.add(body);
        if (failures.getAndDecrement() > 0) {
            exchange.close();
        } else if (refusal > 0) {
            send(exchange, refusal, "{\"detail\":\"all candles have played\"}");
        } else {
            send(
                    exchange,
                    200,
                    "{\"step\":" + body.replaceAll("[^0-9]", "")
                            + ",\"ended\":false,\"instruments\":[{\"symbol\":\"BTCUSDT\",\"closed\":60000,\"opened\":null,"
                            + "\"price\":\"5.10\"}]}");
        }
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void goesOnFromWhereTheMarketStands() {
        StepDriver driver = driver();
        Step step = driver.step();
        assertThat(step)
                .isEqualTo(new Step(
                        5,
                        false,
                        List.of(new Step.Walked("BTCUSDT", Instant.ofEpochSecond(60), null, new BigDecimal("5.10")))));
        assertThat(driver.step().number()).isEqualTo(6);
        assertThat(asked).containsExactly("{\"expect\":5}", "{\"expect\":6}");
    }

    @Test
    void doesNotStepWhileAServiceIsBusy() {
        activity = "{\"pending\":{\"outbox\":3},\"done\":4}";
        StepDriver driver = impatientDriver();
        assertThatThrownBy(driver::step)
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("risk-service: outbox 3")
                .hasMessageContaining("risk-service-2: outbox 3")
                .hasMessageNotContaining("kafka");
        assertThat(asked).isEmpty();
    }

    @Test
    void aServiceWithoutActivityIsNotQuiet() {
        activity = "{}";
        assertThatThrownBy(impatientDriver()::step).hasMessageContaining("does not tell of its activity");
        server.stop(0);
        assertThatThrownBy(impatientDriver()::step).hasMessageContaining("does not answer");
    }

    @Test
    void doesNotStepWhileSomebodyElseIsBusy() {
        StepDriver driver = impatientDriver();
        driver.add(new QuietCheck() {
            @Override
            public String name() {
                return "run 7";
            }

            @Override
            public Look look() {
                return Look.unknown("has not recorded the candle");
            }
        });
        assertThatThrownBy(driver::step).hasMessageContaining("run 7: has not recorded the candle");
        assertThat(asked).isEmpty();
    }

    @Test
    void asksForTheSameStepAgainWhenNobodyAnswered() {
        failures.set(2);
        assertThat(driver().step().number()).isEqualTo(5);
        assertThat(asked).containsExactly("{\"expect\":5}", "{\"expect\":5}", "{\"expect\":5}");
    }

    @Test
    void saysWhyTheVenueDoesNotStep() {
        refusal = 409;
        assertThatThrownBy(driver()::step).hasMessageContaining("all candles have played");
        assertThat(asked).hasSize(1);
        ready = "{\"mode\":\"clock\"}";
        assertThatThrownBy(driver()::step).hasMessageContaining("./capstan up --step");
    }
}
