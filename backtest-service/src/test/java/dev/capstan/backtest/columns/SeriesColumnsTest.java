package dev.capstan.backtest.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.capstan.backtest.market.Coverage;
import dev.capstan.backtest.market.ListedRules;
import dev.capstan.backtest.market.MarketData;
import dev.capstan.backtest.market.SeriesRange;
import dev.capstan.backtest.run.domain.RunRefusedException;
import dev.capstan.candles.CandleHistory;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.kit.testing.MovableClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesColumnsTest {

    private static final InstrumentId BTCUSDT = InstrumentId.parse("BTCUSDT.BINANCE");
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final int STORED = 100;
    private static final long FILE_BYTES = 6_000;

    @TempDir
    private Path folder;

    private final MovableClock clock = MovableClock.at(FIRST);
    private final AtomicInteger reads = new AtomicInteger();
    private long revision = 1;
    private String price = "10";
    private int everySo = 1;

    private final MarketData market = new MarketData() {
        @Override
        public Coverage coverage(SeriesRange range) {
            int from = range.from() == null ? 0 : minute(range.from());
            int to = Math.min(STORED, range.to() == null ? STORED : minute(range.to()));
            return from >= to
                    ? new Coverage("1m", "1m", 60_000, revision, null, null, 0, 0, null)
                    : new Coverage("1m", "1m", 60_000, revision, at(from), at(to - 1), 0, 0, null);
        }

        @Override
        public Optional<ListedRules> rules(InstrumentId instrumentId) {
            return Optional.empty();
        }

        @Override
        public <T> T candles(SeriesRange range, Reader<T> reader) {
            reads.incrementAndGet();
            StringBuilder file = new StringBuilder();
            for (int row = minute(at(range.from())); row < minute(at(range.to())); row += everySo) {
                long open = at(row).toEpochMilli();
                file.append(open + ",10,12,9," + price + ",5," + (open + 59_999) + ",0,0,0,0,0\n");
            }
            try {
                return reader.read(new ByteArrayInputStream(file.toString().getBytes(StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    private static void goOn() {}

    private static Instant at(@Nullable Instant time) {
        return time == null ? FIRST : time;
    }

    private static Instant at(int minute) {
        return FIRST.plusSeconds(60L * minute);
    }

    private static int minute(Instant time) {
        return (int) Duration.between(FIRST, time).toMinutes();
    }

    private static SeriesRange range(int from, int to) {
        return new SeriesRange(BTCUSDT, "1m", "", at(from), at(to));
    }

    private SeriesColumns columns(long mostBytes) {
        return new SeriesColumns(market, new ColumnFolder(folder, mostBytes, clock));
    }

    @Test
    void candlesAreReadOnceAlsoByAnotherProcessAndForAPartOfThem() {
        CandleHistory first = columns(1_000_000).open(range(0, 50), SeriesColumnsTest::goOn);
        assertThat(first.columns().size()).isEqualTo(50);
        assertThat(columns(1_000_000)
                        .open(range(0, 50), SeriesColumnsTest::goOn)
                        .hash())
                .isEqualTo(first.hash());
        CandleHistory part = columns(1_000_000).open(range(10, 20), SeriesColumnsTest::goOn);
        assertThat(part.columns().size()).isEqualTo(10);
        assertThat(part.columns().openTime(0)).isEqualTo(at(10).toEpochMilli());
        assertThat(reads).hasValue(1);
    }

    @Test
    void manyWhoWantThemAtOnceReadThemOnce() throws Exception {
        SeriesColumns columns = columns(1_000_000);
        List<Callable<CandleHistory>> wanting = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            wanting.add(() -> columns.open(range(0, 50), SeriesColumnsTest::goOn));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            threads.invokeAll(wanting);
        }
        assertThat(reads).hasValue(1);
    }

    @Test
    void anotherRevisionIsReadAnew() {
        SeriesColumns columns = columns(1_000_000);
        String before = columns.open(range(0, 50), SeriesColumnsTest::goOn).hash();
        revision = 2;
        price = "11";
        assertThat(columns.open(range(0, 50), SeriesColumnsTest::goOn).hash()).isNotEqualTo(before);
        assertThat(reads).hasValue(2);
    }

    @Test
    void aFileThatChangedIsReadAnew() throws IOException {
        String before =
                columns(1_000_000).open(range(0, 50), SeriesColumnsTest::goOn).hash();
        Path file = files().getFirst();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        assertThat(columns(1_000_000)
                        .open(range(0, 50), SeriesColumnsTest::goOn)
                        .hash())
                .isEqualTo(before);
        assertThat(reads).hasValue(2);
    }

    @Test
    void whatWasNotUsedForLongestGoesFirst() throws IOException {
        SeriesColumns columns = columns(2 * FILE_BYTES);
        for (int revised = 1; revised <= 3; revised++) {
            revision = revised;
            clock.advance(Duration.ofMinutes(1));
            columns.open(range(0, 100), SeriesColumnsTest::goOn);
            clock.advance(Duration.ofMinutes(1));
            revision = 1;
            columns.open(range(0, 100), SeriesColumnsTest::goOn);
        }
        assertThat(files()).hasSize(2);
        assertThat(reads).as("the first is used all the time and stays").hasValue(3);
    }

    @Test
    void whatAKillLeftHalfIsRemovedAfterADay() throws IOException {
        Path old = Files.createFile(folder.resolve("a.columns.1.tmp"));
        Path young = Files.createFile(folder.resolve("b.columns.2.tmp"));
        Files.setLastModifiedTime(
                old, FileTime.from(FIRST.minus(Duration.ofDays(1)).minusSeconds(1)));
        Files.setLastModifiedTime(young, FileTime.from(FIRST));
        columns(1_000_000).open(range(0, 50), SeriesColumnsTest::goOn);
        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void anEmptyRangeAndCandlesTooFineAreRefused() {
        assertThatExceptionOfType(RunRefusedException.class)
                .isThrownBy(() -> columns(1_000_000).open(range(200, 300), SeriesColumnsTest::goOn));
        price = "10.000000001";
        assertThatExceptionOfType(RunRefusedException.class)
                .isThrownBy(() -> columns(1_000_000).open(range(0, 50), SeriesColumnsTest::goOn))
                .satisfies(refusal -> assertThat(
                                refusal.failure().errors().getFirst().reason())
                        .contains("8 decimal places"));
    }

    @Test
    void candlesOfWhichNoTwoAreNeighborsAreAsLongAsTheirSeriesSays() {
        everySo = 3;
        assertThat(columns(1_000_000)
                        .open(range(0, 100), SeriesColumnsTest::goOn)
                        .columns()
                        .intervalMillis())
                .isEqualTo(60_000);
    }

    @Test
    void readingEndsWhenItIsNotWantedAnyMore() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> columns(1_000_000).open(range(0, 50), () -> {
                    throw new IllegalStateException("stopped");
                }));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }
}
