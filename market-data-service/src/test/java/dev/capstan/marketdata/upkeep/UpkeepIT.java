package dev.capstan.marketdata.upkeep;

import static dev.capstan.marketdata.candle.domain.CandleFixture.START;
import static dev.capstan.marketdata.candle.domain.CandleFixture.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.VenueId;
import dev.capstan.kit.testing.ServiceUnderTest;
import dev.capstan.marketdata.MarketDataApplication;
import dev.capstan.marketdata.candle.domain.Arrival;
import dev.capstan.marketdata.candle.domain.CandleArrivals;
import dev.capstan.marketdata.candle.domain.CandleArrivals.Gaps;
import dev.capstan.marketdata.candle.domain.CandleRemoval;
import dev.capstan.marketdata.candle.domain.Candles;
import dev.capstan.marketdata.candle.domain.Series;
import dev.capstan.marketdata.candle.domain.SeriesKey;
import dev.capstan.marketdata.candle.domain.Timeframe;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Jobs on a real PostgreSQL, as the service's own role. */
class UpkeepIT {

    private static final VenueId VENUE = VenueId.parse("TEST");

    private static ConfigurableApplicationContext service;

    private final String epoch = "e-" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        service = SpringApplication.run(
                MarketDataApplication.class,
                ServiceUnderTest.named("market-data-service", "market_data").arguments());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aJobIsDoneByOneOfManyAndNotAgainBeforeItIsDue() {
        String name = UUID.randomUUID().toString();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Boolean>> taken = IntStream.range(0, 8)
                    .mapToObj(n -> CompletableFuture.supplyAsync(
                            () -> lease("replica-" + n).take(name, Duration.ofHours(1)), threads))
                    .toList();
            assertThat(taken.stream().filter(CompletableFuture::join)).hasSize(1);
        }
        jdbc().sql("UPDATE scheduled_job SET lease_until = now(), ended_at = now() WHERE name = ?")
                .param(name)
                .update();
        assertThat(lease("replica-1").take(name, Duration.ofHours(1))).isFalse();
        jdbc().sql("UPDATE scheduled_job SET due_at = now() WHERE name = ?")
                .param(name)
                .update();
        assertThat(lease("replica-1").take(name, Duration.ofHours(1))).isTrue();
    }

    @Test
    void aJobOfADeadReplicaIsTakenOnceItsLeaseRanOut() {
        String name = UUID.randomUUID().toString();
        assertThat(lease("dead").take(name, Duration.ofMillis(1))).isTrue();
        assertThat(lease("alive").take(name, Duration.ofHours(1))).isFalse();
        jdbc().sql("UPDATE scheduled_job SET lease_until = now() - interval '1 second', due_at = now() WHERE name = ?")
                .param(name)
                .update();
        assertThat(lease("dead").renew(name)).isFalse();
        assertThat(lease("alive").take(name, Duration.ofHours(1))).isTrue();
        lease("dead").end(name);
        assertThat(lease("alive").renew(name)).isTrue();
    }

    @Test
    void whatIsTooOldGoesAndTheSumsStayRight() {
        SeriesKey key = stored(0, 1, 3, 10, 11, 20);
        new Retention(new Market(VENUE, epoch), Duration.ofMinutes(12), Duration.ZERO, candles(), removal())
                .run(() -> true);
        Series left = candles().find(key).orElseThrow();
        assertThat(left.firstOpenTime()).isEqualTo(START.plusSeconds(600));
        assertThat(left.candles()).isEqualTo(3);
        assertThat(left.gaps()).isEqualTo(1);
        assertThat(left.missing()).isEqualTo(8);
    }

    @Test
    void aReplayThatIsOverGoesAltogetherAndAnImportStays() {
        SeriesKey key = stored(0, 1, 3);
        jdbc().sql("UPDATE candle_series SET updated_at = now() - interval '8 days' WHERE market_epoch = ?")
                .param(epoch)
                .update();
        SeriesKey imported = new SeriesKey(key.instrumentId(), key.timeframe(), "");
        store(imported, 0);
        jdbc().sql("UPDATE candle_series SET updated_at = now() - interval '8 days' WHERE market_epoch = ''")
                .update();
        new Retention(new Market(VENUE, "another"), Duration.ZERO, Duration.ofDays(7), candles(), removal())
                .run(() -> true);
        assertThat(candles().find(key)).isEmpty();
        assertThat(candles().find(imported)).isPresent();
    }

    @Test
    void aRunningReplayStays() {
        SeriesKey key = stored(0, 1);
        new Retention(new Market(VENUE, "another"), Duration.ZERO, Duration.ofDays(7), candles(), removal())
                .run(() -> true);
        assertThat(candles().find(key)).isPresent();
    }

    private SeriesKey stored(int... minutes) {
        SeriesKey key = new SeriesKey(new InstrumentId("BTCUSDT", VENUE), Timeframe.parse("1m"), epoch);
        store(key, minutes);
        return key;
    }

    private static void store(SeriesKey key, int... minutes) {
        service.getBean(CandleArrivals.class)
                .store(
                        Arrays.stream(minutes)
                                .mapToObj(each -> new Arrival(key, minute(each), START))
                                .toList(),
                        Gaps.ALLOWED);
    }

    private static Candles candles() {
        return service.getBean(Candles.class);
    }

    private static CandleRemoval removal() {
        return service.getBean(CandleRemoval.class);
    }

    private static JdbcClient jdbc() {
        return service.getBean(JdbcClient.class);
    }

    private static JobLease lease(String owner) {
        return new JobLease(jdbc(), owner);
    }
}
