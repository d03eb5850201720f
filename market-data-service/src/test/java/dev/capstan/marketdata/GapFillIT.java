package dev.capstan.marketdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.contracts.Topics;
import dev.capstan.simulator.SimulatorOptions;
import dev.capstan.simulator.VenueSimulator;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Whatever happens to the feed, what is stored and published in the end is the venue's own record. */
class GapFillIT {

    private static final Duration PATIENT = Duration.ofSeconds(40);
    private static final int SPEED = 60;
    private static final List<String> SYMBOLS = List.of("BTCUSDT", "ETHUSDT", "SOLUSDT", "XRPUSDT");

    private final String epoch = "gap-" + UUID.randomUUID();

    @TempDir
    private Path folder;

    private VenueSimulator venue;
    private Replicas replicas;

    @BeforeEach
    void start() {
        venue = VenueSimulator.start(options());
        replicas = new Replicas(venue, epoch, SPEED);
        replicas.start("market-data-1");
        awaitStored(2);
    }

    private SimulatorOptions options() {
        return SimulatorOptions.in(folder).withEpoch(epoch).withSpeed(BigDecimal.valueOf(SPEED));
    }

    @AfterEach
    void stop() {
        replicas.close();
        venue.close();
    }

    @Test
    void storesAndPublishesTheVenuesOwnCandlesWhateverHappensToTheFeed() {
        fault("{\"kind\":\"DROP_CONNECTION\",\"millis\":4000}");
        awaitMarket(6);
        fault("{\"kind\":\"SILENT_STREAM\",\"millis\":5000}");
        awaitMarket(6);
        restartVenue();
        awaitMarket(3);
        awaitStoredUpTo(latest(SYMBOLS.getFirst()));
        SYMBOLS.forEach(this::equalsTheVenuesRecord);
        assertPublishedInOrderAndOnce();
    }

    @Test
    void anotherReplicaGoesOnWhereOneStopped() {
        replicas.stop("market-data-1");
        awaitMarket(4);
        replicas.start("market-data-1");
        awaitStoredUpTo(latest(SYMBOLS.getFirst()));
        SYMBOLS.forEach(this::equalsTheVenuesRecord);
        assertPublishedInOrderAndOnce();
    }

    @Test
    void fetchesTheHistoryBeforeItsFirstCandleAndTellsNobody() {
        replicas.stop("market-data-1");
        replicas.with("capstan.candles.upkeep.every", "1s").with("capstan.candles.upkeep.back-fill", "10h");
        replicas.start("market-data-1");
        await().atMost(PATIENT)
                .until(() -> SYMBOLS.stream()
                        .allMatch(symbol -> series(symbol).path("candles").asLong() > 600));
        awaitStoredUpTo(latest(SYMBOLS.getFirst()));
        SYMBOLS.forEach(this::equalsTheVenuesRecord);
        assertPublishedInOrderAndOnce();
    }

    private void restartVenue() {
        int port = venue.port();
        int controlPort = venue.controlPort();
        venue.close();
        venue = VenueSimulator.start(options().withPorts(port, controlPort));
    }

    /** Waits until the market has played that many candles more. */
    private void awaitMarket(int candles) {
        Instant until = latest(SYMBOLS.getFirst()).plusSeconds(60L * candles);
        await().atMost(PATIENT).until(() -> !latest(SYMBOLS.getFirst()).isBefore(until));
    }

    private Instant latest(String symbol) {
        return openTime(klines(symbol, "&limit=1").getLast());
    }

    private void awaitStored(int candles) {
        await().atMost(PATIENT)
                .until(() -> SYMBOLS.stream()
                        .allMatch(symbol -> series(symbol).path("candles").asLong() >= candles));
    }

    private void awaitStoredUpTo(Instant openTime) {
        await().atMost(PATIENT)
                .until(() -> SYMBOLS.stream()
                        .allMatch(symbol -> !Instant.parse(
                                        series(symbol).path("lastOpenTime").asString())
                                .isBefore(openTime)));
    }

    private JsonNode series(String symbol) {
        return JsonMapper.shared()
                .readTree(replicas.get("market-data-1", "/api/candles/series").body())
                .path("items")
                .valueStream()
                .filter(series -> series.path("instrumentId").asString().equals(symbol + ".BINANCE"))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private void equalsTheVenuesRecord(String symbol) {
        assertThat(series(symbol).path("gaps").asLong()).isZero();
        List<String> stored = replicas.get(
                        "market-data-1",
                        "/api/candles/export?timeframe=1m&instrumentId=" + symbol + ".BINANCE&marketEpoch=" + epoch)
                .body()
                .lines()
                .skip(1)
                .toList();
        assertThat(stored).hasSizeGreaterThan(4);
        List<String> record = klines(
                        symbol, "&limit=1000&startTime=" + stored.getFirst().split(",")[0])
                .stream()
                .map(GapFillIT::line)
                .limit(stored.size())
                .toList();
        assertThat(stored).isEqualTo(record);
    }

    /** A row as a kline file has it. */
    private static String line(JsonNode row) {
        return IntStream.range(0, row.size())
                .mapToObj(place -> row.path(place).isString()
                        ? new BigDecimal(row.path(place).asString())
                                .stripTrailingZeros()
                                .toPlainString()
                        : row.path(place).asString())
                .collect(Collectors.joining(","));
    }

    private List<JsonNode> klines(String symbol, String which) {
        var answer = Replicas.send(HttpRequest.newBuilder(
                        URI.create(venue.restUrl() + "/api/v3/klines?interval=1m&symbol=" + symbol + which))
                .build());
        return JsonMapper.shared().readTree(answer.body()).valueStream().toList();
    }

    private static Instant openTime(JsonNode row) {
        return Instant.ofEpochMilli(row.path(0).asLong());
    }

    private void assertPublishedInOrderAndOnce() {
        Map<String, String> last = SYMBOLS.stream()
                .collect(Collectors.toMap(
                        symbol -> symbol + ".BINANCE",
                        symbol -> series(symbol).path("lastOpenTime").asString()));
        Map<String, List<String>> published = published(last);
        for (String symbol : SYMBOLS) {
            List<String> times = published.getOrDefault(symbol + ".BINANCE", List.of());
            assertThat(times).as(symbol).isSorted().doesNotHaveDuplicates();
            Instant first = Instant.parse(times.getFirst());
            assertThat(times)
                    .as(symbol)
                    .hasSize((int) Duration.between(first, Instant.parse(times.getLast()))
                                    .toMinutes()
                            + 1);
        }
    }

    /** Open times by instrument, in the order of the topic, at least up to {@code last}. */
    private Map<String, List<String>> published(Map<String, String> last) {
        List<JsonNode> found = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", replicas.bootstrapServers(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.CANDLE_EVENTS).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            await().atMost(PATIENT).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> {
                    JsonNode candle = JsonMapper.shared().readTree(message.value());
                    if (candle.path("marketEpoch").asString("").equals(epoch)) {
                        found.add(candle);
                    }
                });
                return last.entrySet().stream()
                        .allMatch(end -> found.stream()
                                .anyMatch(candle -> candle.path("instrumentId")
                                                .asString()
                                                .equals(end.getKey())
                                        && candle.path("openTime").asString().equals(end.getValue())));
            });
        }
        return found.stream()
                .collect(Collectors.groupingBy(
                        candle -> candle.path("instrumentId").asString(),
                        Collectors.mapping(candle -> candle.path("openTime").asString(), Collectors.toList())));
    }

    private void fault(String json) {
        var answer = Replicas.send(HttpRequest.newBuilder(URI.create(venue.controlUrl() + "/control/faults"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }
}
