package dev.capstan.simulator;

import static dev.capstan.simulator.Orders.bracket;
import static dev.capstan.simulator.Trader.params;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The packaged jar as a process, killed in the middle of its work again and again. */
class KillNineIT {

    private static final int KILLS = 3;
    private static final int ORDERS_BEFORE_A_KILL = 60;

    @TempDir
    private Path folder;

    private final Map<String, String> answered = new ConcurrentHashMap<>();
    private final Map<String, String> lists = new ConcurrentHashMap<>();
    private final AtomicInteger sent = new AtomicInteger();

    @Test
    void whatWasAnsweredSurvivesAndNoIdIsEverUsedTwice() throws Exception {
        Set<String> tradeIds = new HashSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            try (RunningJar jar = RunningJar.start(folder)) {
                Trader trader = jar.trader("alice").withAccount();
                checkBooks(trader);
                int before = answered.size();
                Thread placing = Thread.startVirtualThread(() -> placeUntilCut(trader));
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> answered.size() >= before + ORDERS_BEFORE_A_KILL);
                jar.kill();
                placing.join();
            }
        }
        try (RunningJar jar = RunningJar.start(folder)) {
            Trader trader = jar.trader("alice");
            checkBooks(trader);
            for (JsonNode trade :
                    trader.control("GET", "/control/trades?apiKey=alice", "").body()) {
                assertThat(tradeIds.add(trade.path("id").asString())).isTrue();
            }
            assertThat(tradeIds).hasSizeGreaterThanOrEqualTo(KILLS * ORDERS_BEFORE_A_KILL / 2);
        }
    }

    private void placeUntilCut(Trader trader) {
        try {
            while (true) {
                int number = sent.incrementAndGet();
                String clientId = "c" + number;
                if (number % 4 == 0) {
                    placeBracket(trader, clientId);
                    continue;
                }
                Trader.Answer answer = number % 3 == 0
                        ? trader.limit("ETHUSDT", "BUY", "0.01", "1500", clientId)
                        : trader.market("BTCUSDT", number % 3 == 1 ? "BUY" : "SELL", "0.001", clientId);
                if (answer.status() == 200) {
                    answered.put(answer.text("orderId"), clientId + " " + answer.text("status"));
                }
                if (number % 6 == 0) {
                    trader.cancel("ETHUSDT", clientId);
                }
            }
        } catch (UncheckedIOException cut) {
            assertThat(cut).isNotNull();
        }
    }

    /** Its entry fills at once, so that its exits come alive in the same line of the journal. */
    private void placeBracket(Trader trader, String clientId) {
        Trader.Answer placed = trader.signed(
                "POST", "/api/v3/orderList/otoco", bracket("0.001", "0.00099", "90000", "200000", "20000", clientId));
        if (placed.status() == 200) {
            for (JsonNode order : placed.body().path("orders")) {
                lists.put(
                        order.path("orderId").asString(),
                        placed.body().path("orderListId").asString());
            }
            trader.cancel("BTCUSDT", clientId + "-stop");
        }
    }

    /** The orders of an answered list are all there and belong to it; of those with exits alive the locks add up. */
    private void checkLists(Trader trader, JsonNode orders) {
        Map<String, String> found = new HashMap<>();
        for (JsonNode order : orders) {
            found.put(
                    order.path("orderId").asString(), order.path("orderListId").asString());
        }
        assertThat(found).containsAllEntriesOf(lists);
        BigDecimal locked = BigDecimal.ZERO;
        for (JsonNode order : orders) {
            boolean target = order.path("clientOrderId").asString().endsWith("-target");
            if (target && order.path("status").asString().equals("NEW")) {
                locked = locked.add(new BigDecimal(order.path("origQty").asString()));
            }
        }
        assertThat(new BigDecimal(trader.balance("BTC").split(" ")[1])).isEqualByComparingTo(locked);
    }

    /** Every answered order is there once with what was answered, and the request journal has every attempt. */
    private void checkBooks(Trader trader) {
        Map<String, String> found = new ConcurrentHashMap<>();
        JsonNode orders =
                trader.control("GET", "/control/orders?apiKey=alice", "").body();
        checkLists(trader, orders);
        int singles = 0;
        for (JsonNode order : orders) {
            singles += order.path("orderListId").asLong() == -1 ? 1 : 0;
            String state = order.path("status").asString();
            found.put(
                    order.path("orderId").asString(),
                    order.path("clientOrderId").asString() + " " + (state.equals("CANCELED") ? "NEW" : state));
        }
        assertThat(found).hasSize(orders.size()).containsAllEntriesOf(answered);
        assertThat(singles).isLessThanOrEqualTo(sent.get());
        assertThat(trader.signed("GET", "/api/v3/account", params()).status()).isEqualTo(200);
        long arrivals = 0;
        for (JsonNode entry : trader.control("GET", "/control/journal?from=1&limit=10000", "")
                .body()
                .path("items")) {
            arrivals += entry.path("method").asString("").equals("POST") ? 1 : 0;
        }
        assertThat(arrivals).isBetween((long) singles, (long) sent.get());
    }

    /** A simulator process. */
    private static final class RunningJar implements AutoCloseable {

        private final Process process;
        private final int port;
        private final int controlPort;

        private RunningJar(Process process, int port, int controlPort) {
            this.process = process;
            this.port = port;
            this.controlPort = controlPort;
        }

        static RunningJar start(Path folder) throws IOException {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx128m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-jar",
                            Path.of("target", "venue-simulator.jar").toString(),
                            "--data",
                            folder.toString(),
                            "--port",
                            "0",
                            "--control-port",
                            "0",
                            "--limits",
                            "raised")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String line = process.inputReader().readLine();
            assertThat(line).startsWith("venue on port ");
            String[] numbers = line.replaceAll("[^0-9]+", " ").strip().split(" ");
            return new RunningJar(process, Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
        }

        Trader trader(String apiKey) {
            return new Trader("http://127.0.0.1:" + port, "http://127.0.0.1:" + controlPort, apiKey);
        }

        /** Kill -9, and back when it is gone. */
        void kill() {
            process.destroyForcibly().onExit().orTimeout(10, TimeUnit.SECONDS).join();
        }

        @Override
        public void close() {
            kill();
        }
    }
}
