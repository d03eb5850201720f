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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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

/** The feed against a venue that speaks the real protocol, on real PostgreSQL and Kafka. */
class FeedIT {

    private static final Duration PATIENT = Duration.ofSeconds(30);

    private final String epoch = "it-" + UUID.randomUUID();

    @TempDir
    private Path folder;

    private VenueSimulator venue;
    private Replicas replicas;

    @BeforeEach
    void start() {
        venue = VenueSimulator.start(
                SimulatorOptions.in(folder).withEpoch(epoch).withSpeed(BigDecimal.valueOf(60)));
        replicas = new Replicas(venue, epoch, 60);
        replicas.start("market-data-1");
    }

    @AfterEach
    void stop() {
        replicas.close();
        venue.close();
    }

    @Test
    void publishesTicksAndClosedCandles() {
        try (Consumer<String, byte[]> consumer = consumer()) {
            List<JsonNode> ticks = awaitRecords(consumer, Topics.TICK_EVENTS, 20);
            assertThat(ticks).allSatisfy(tick -> {
                assertThat(tick.path("instrumentId").asString()).endsWith(".BINANCE");
                assertThat(new BigDecimal(tick.path("lastPrice").asString())).isPositive();
                assertThat(tick.path("speed").asDouble()).isEqualTo(60);
                assertThat(tick.path("receivedAt").asString()).endsWith("Z");
            });
            List<JsonNode> candles = awaitRecords(consumer, Topics.CANDLE_EVENTS, 4);
            assertThat(candles).allSatisfy(candle -> {
                assertThat(candle.path("timeframe").asString()).isEqualTo("1m");
                assertThat(new BigDecimal(candle.path("highPrice").asString()))
                        .isGreaterThanOrEqualTo(
                                new BigDecimal(candle.path("lowPrice").asString()));
            });
        }
    }

    @Test
    void saysHowTheFeedIsAndWhatTrades() {
        await().atMost(PATIENT).untilAsserted(() -> {
            JsonNode feed = replicas.feed("market-data-1");
            assertThat(feed.path("venue").asString()).isEqualTo("BINANCE");
            assertThat(feed.path("feeder").asString()).isEqualTo("market-data-1");
            assertThat(feed.path("connected").asBoolean()).isTrue();
            assertThat(feed.path("stale").asBoolean()).isFalse();
            assertThat(feed.path("ticks").asLong()).isPositive();
            assertThat(feed.path("lagMs").isNumber()).isTrue();
            assertThat(feed.path("lagP50Ms").asLong())
                    .isLessThanOrEqualTo(feed.path("lagP95Ms").asLong());
            assertThat(feed.path("clockOffsetMs").isNumber()).isTrue();
            assertThat(feed.path("gaps").asLong()).isZero();
            assertThat(feed.path("stored").size()).isEqualTo(4);
            assertThat(feed.path("stored").path(0).path("candles").asLong()).isPositive();
        });
        JsonNode symbols = JsonMapper.shared()
                .readTree(replicas.get("market-data-1", "/api/feeds/symbols").body())
                .path("items");
        assertThat(symbols.size()).isEqualTo(4);
        assertThat(symbols.path(0).properties().stream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(
                        "instrumentId",
                        "baseAsset",
                        "quoteAsset",
                        "tickSize",
                        "lotSize",
                        "minQuantity",
                        "maxQuantity",
                        "minNotional");
        await().atMost(PATIENT)
                .untilAsserted(
                        () -> assertThat(replicas.get("market-data-1", "/ready").body())
                                .contains("\"market-data\":{\"status\":\"up\""));
        assertThat(replicas.get("market-data-1", "/metrics").body()).contains("capstan_feed_ticks_total");
    }

    @Test
    void doesNotTakeTheVenuesClockForLag() {
        fault("{\"kind\":\"CLOCK_SKEW\",\"millis\":5000}");
        replicas.stop("market-data-1");
        replicas.start("market-data-1");
        await().atMost(PATIENT).untilAsserted(() -> {
            JsonNode feed = replicas.feed("market-data-1");
            assertThat(feed.path("clockOffsetMs").asLong()).isBetween(4_000L, 6_000L);
            assertThat(feed.path("lagP50Ms").asLong()).isBetween(-1_000L, 1_000L);
        });
    }

    @Test
    void feedsFromOneReplicaAndHandsOverWhenItStops() {
        awaitFeeder("market-data-1", "market-data-1");
        replicas.start("market-data-2");
        awaitFeeder("market-data-2", "market-data-1");
        assertThat(replicas.feed("market-data-2").path("stale").asBoolean()).isFalse();

        replicas.stop("market-data-1");
        awaitFeeder("market-data-2", "market-data-2");
        await().atMost(PATIENT)
                .until(() -> replicas.feed("market-data-2").path("connected").asBoolean());
    }

    @Test
    void connectsAgainWhenTheConnectionDrops() {
        awaitFeeder("market-data-1", "market-data-1");
        fault("{\"kind\":\"DROP_CONNECTION\",\"times\":1}");
        await().atMost(PATIENT).untilAsserted(() -> {
            JsonNode feed = replicas.feed("market-data-1");
            assertThat(feed.path("reconnects").asLong()).isPositive();
            assertThat(feed.path("connected").asBoolean()).isTrue();
            assertThat(feed.path("stale").asBoolean()).isFalse();
        });
    }

    @Test
    void takesSilenceForAnEnd() {
        awaitFeeder("market-data-1", "market-data-1");
        fault("{\"kind\":\"SILENT_STREAM\",\"times\":1}");
        await().atMost(PATIENT)
                .until(() -> replicas.feed("market-data-1").path("stale").asBoolean());
        assertThat(replicas.get("market-data-1", "/ready").statusCode()).isEqualTo(503);
        await().atMost(PATIENT)
                .until(() -> replicas.feed("market-data-1").path("reconnects").asLong() > 0);
        Replicas.send(HttpRequest.newBuilder(URI.create(venue.controlUrl() + "/control/faults"))
                .DELETE()
                .build());
        await().atMost(PATIENT)
                .until(() -> !replicas.feed("market-data-1").path("stale").asBoolean());
    }

    @Test
    void outlivesTheVenue() {
        awaitFeeder("market-data-1", "market-data-1");
        int port = venue.port();
        int controlPort = venue.controlPort();
        venue.close();
        await().atMost(PATIENT)
                .until(() -> !replicas.feed("market-data-1").path("connected").asBoolean());
        assertThat(pendingFeeds()).isEqualTo(1);
        venue = VenueSimulator.start(SimulatorOptions.in(folder)
                .withEpoch(epoch)
                .withSpeed(BigDecimal.valueOf(60))
                .withPorts(port, controlPort));
        await().atMost(PATIENT)
                .until(() -> replicas.feed("market-data-1").path("connected").asBoolean());
        await().atMost(PATIENT).untilAsserted(() -> assertThat(pendingFeeds()).isZero());
    }

    private long pendingFeeds() {
        return JsonMapper.shared()
                .readTree(replicas.get("market-data-1", "/activity").body())
                .path("pending")
                .path("feed")
                .asLong(-1);
    }

    private void awaitFeeder(String asked, String expected) {
        await().atMost(PATIENT).untilAsserted(() -> {
            JsonNode feed = replicas.feed(asked);
            assertThat(feed.path("feeder").asString("")).isEqualTo(expected);
            assertThat(feed.path("ticks").asLong()).isPositive();
        });
    }

    private void fault(String json) {
        var answer = Replicas.send(HttpRequest.newBuilder(URI.create(venue.controlUrl() + "/control/faults"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }

    private Consumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", replicas.bootstrapServers(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Records of this test's own market; the topics are shared with other tests. */
    private List<JsonNode> awaitRecords(Consumer<String, byte[]> consumer, String topic, int count) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        List<JsonNode> found = new ArrayList<>();
        await().atMost(PATIENT).until(() -> {
            consumer.poll(Duration.ofMillis(200)).forEach(message -> collect(message, found));
            return found.size() >= count;
        });
        return found;
    }

    private void collect(ConsumerRecord<String, byte[]> message, List<JsonNode> found) {
        JsonNode payload = JsonMapper.shared().readTree(message.value());
        if (payload.path("marketEpoch").asString("").equals(epoch)) {
            assertThat(message.key()).isEqualTo(payload.path("instrumentId").asString());
            assertThat(new String(message.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
                    .endsWith(".v1");
            found.add(payload);
        }
    }
}
