package dev.capstan.marketdata.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.contracts.Topics;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.marketdata.TickEvent;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.kit.testing.ServiceUnderTest;
import dev.capstan.marketdata.MarketDataApplication;
import dev.capstan.marketdata.candle.domain.CandleFixture;
import dev.capstan.marketdata.candle.domain.Timeframe;
import dev.capstan.marketdata.candle.file.KlineWriter;
import dev.capstan.simulator.SimulatorOptions;
import dev.capstan.simulator.VenueSimulator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Many ticks, through a real Kafka. How long they take is printed and not asserted: that is the machine's. */
class TickFloodIT {

    private static final Logger LOG = LoggerFactory.getLogger(TickFloodIT.class);
    private static final Duration PATIENT = Duration.ofSeconds(60);
    private static final int INSTRUMENTS = 15;
    private static final int TICKS = 1_500;

    private final String epoch = "flood-" + UUID.randomUUID();

    @TempDir
    private Path folder;

    private VenueSimulator venue;
    private ConfigurableApplicationContext service;
    private ServiceUnderTest settings;

    /** Each instrument prints about seven ticks a second: together they are a hundred. */
    @BeforeEach
    void start() throws IOException {
        SimulatorOptions options = SimulatorOptions.in(folder).withEpoch(epoch).withSpeed(BigDecimal.ONE);
        for (int i = 0; i < INSTRUMENTS; i++) {
            options = options.withReplay(
                    InstrumentId.parse("F" + (char) ('A' + i) + "USDT.BINANCE"), candles(folder.resolve(i + ".csv")));
        }
        venue = VenueSimulator.start(options);
        settings = ServiceUnderTest.named("market-data-service", "market_data")
                .with("capstan.feed.rest-url", venue.restUrl())
                .with("capstan.feed.stream-url", venue.streamUrl())
                .with("capstan.feed.market-epoch", epoch);
        service = SpringApplication.run(MarketDataApplication.class, settings.arguments());
    }

    private static Path candles(Path file) throws IOException {
        StringBuilder rows = new StringBuilder();
        KlineWriter writer = new KlineWriter(rows, Timeframe.parse("1m"));
        for (int minute = 0; minute < 60; minute++) {
            writer.write(CandleFixture.minute(minute, "100", "110", "90", "105"));
        }
        return Files.writeString(file, rows);
    }

    @AfterEach
    void stop() {
        service.close();
        venue.close();
    }

    @Test
    void aHundredTicksASecondArriveAllOfThem() {
        List<Long> micros = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = atTheEnd()) {
            await().atMost(PATIENT).pollInterval(Duration.ofMillis(1)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(message -> {
                    JsonNode tick = JsonMapper.shared().readTree(message.value());
                    if (tick.path("marketEpoch").asString("").equals(epoch)) {
                        Instant occurredAt =
                                Instant.parse(tick.path("occurredAt").asString());
                        micros.add(Duration.between(occurredAt, Instant.now()).toNanos() / 1_000);
                    }
                });
                return micros.size() >= TICKS;
            });
        }
        Collections.sort(micros);
        LOG.info(
                "simulator's send to a consumer, {} ticks: p50 {} µs, p95 {} µs, p99 {} µs",
                micros.size(),
                at(micros, 50),
                at(micros, 95),
                at(micros, 99));
        assertThat(service.getBean(FeedMonitor.class).status().droppedTicks()).isZero();
    }

    private static long at(List<Long> sorted, int percent) {
        return sorted.get(sorted.size() * percent / 100);
    }

    @Test
    void aThousandTicksAtOnceKeepTheNewestAndNoMoreThanTheirShare() {
        MarketPublisher publisher = service.getBean(MarketPublisher.class);
        FeedMonitor monitor = service.getBean(FeedMonitor.class);
        long droppedBefore = monitor.status().droppedTicks();
        String flood = epoch + "-at-once";
        List<String> arrived = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = atTheEnd()) {
            for (int price = 1; price <= 1_000; price++) {
                publisher.publish(tick(flood, price));
            }
            await().atMost(PATIENT).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(message -> {
                    JsonNode tick = JsonMapper.shared().readTree(message.value());
                    if (tick.path("marketEpoch").asString("").equals(flood)) {
                        arrived.add(tick.path("lastPrice").asString());
                    }
                });
                return arrived.contains("1000");
            });
        }
        assertThat(arrived.stream().map(Integer::valueOf)).isSorted().doesNotHaveDuplicates();
        assertThat(arrived.size() + monitor.status().droppedTicks() - droppedBefore)
                .isEqualTo(1_000);
    }

    private static TickEvent tick(String marketEpoch, int price) {
        return new TickEvent(
                InstrumentId.parse("FLOODUSDT.BINANCE"),
                marketEpoch,
                Price.parse(Integer.toString(price)),
                Quantity.parse("1"),
                1,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private Consumer<String, byte[]> atTheEnd() {
        Consumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        settings.properties().getOrDefault("capstan.kafka.bootstrap-servers", ""),
                        "fetch.max.wait.ms",
                        10),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.TICK_EVENTS).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return consumer;
    }
}
