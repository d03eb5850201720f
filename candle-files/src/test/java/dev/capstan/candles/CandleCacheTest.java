package dev.capstan.candles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.capstan.candles.kline.KlineFile;
import dev.capstan.candles.kline.KlineFileException;
import dev.capstan.candles.kline.Klines;
import dev.capstan.trading.candle.CandleColumns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CandleCacheTest {

    private static final int ROWS = 2_000;

    @TempDir
    private Path folder;

    private final List<String> notices = new ArrayList<>();
    private Path source = Path.of("");
    private Path kept = Path.of("");

    @BeforeEach
    void setUp() throws IOException {
        source = Klines.gzip(folder.resolve("some.csv.gz"), Klines.many(ROWS));
        kept = folder.resolve("cache/candles");
    }

    @Test
    void readsAFileOnceAndMapsItAfterwards() throws IOException {
        CandleHistory first = open();
        assertThat(notices).containsExactly("Reading " + source + " ...");
        CandleHistory second = open();
        assertThat(notices).hasSize(1);
        assertThat(second.hash()).isEqualTo(first.hash()).isEqualTo(CandleHash.of(second.columns()));
        assertThat(second.columns().intervalMillis()).isEqualTo(Klines.MINUTE);
        assertSameRows(second.columns(), KlineFile.read(source));
    }

    @Test
    void anyChangedByteIsRefusedByNameAndTheFileBuiltAgain() throws IOException {
        String hash = open().hash();
        Path file = columnFile();
        byte[] good = Files.readAllBytes(file);
        int[] places = {0, 9, 17, 25, 33, 41, 73, 105, ColumnHeader.SIZE, good.length / 2, good.length - 1};
        for (int place : places) {
            byte[] bad = good.clone();
            bad[place] ^= 1;
            Files.write(file, bad);
            notices.clear();
            assertThat(open().hash()).isEqualTo(hash);
            assertThat(notices)
                    .as("byte %d", place)
                    .singleElement()
                    .satisfies(
                            notice -> assertThat(notice).startsWith(file + ": ").endsWith("; it is built again."));
            assertThat(Files.readAllBytes(file)).isEqualTo(good);
        }
    }

    @Test
    void aFileThatEndsTooEarlyOrGoesOnTooLongIsBuiltAgain() throws IOException {
        open();
        Path file = columnFile();
        byte[] good = Files.readAllBytes(file);
        for (int length : new int[] {0, 100, ColumnHeader.SIZE, good.length - 8, good.length + 8}) {
            Files.write(file, java.util.Arrays.copyOf(good, length));
            notices.clear();
            open();
            assertThat(notices).as("%d bytes", length).hasSize(1);
            assertThat(Files.readAllBytes(file)).isEqualTo(good);
        }
    }

    @Test
    void aSourceThatChangesGetsItsOwnAndOneThatMovesKeepsIts() throws IOException {
        String before = open().hash();
        Klines.gzip(source, Klines.many(ROWS + 1));
        assertThat(open().columns().size()).isEqualTo(ROWS + 1);
        Klines.gzip(source, Klines.many(ROWS));
        source = Files.move(source, folder.resolve("moved.csv.gz"));
        notices.clear();
        assertThat(open().hash()).isEqualTo(before);
        assertThat(notices).isEmpty();
    }

    @Test
    void columnsOfAnotherSourceAreRefused() throws IOException {
        open();
        SourceMark other = SourceMark.of(Klines.gzip(folder.resolve("other.csv.gz"), Klines.many(1)));
        assertThatExceptionOfType(ColumnFileException.class)
                .isThrownBy(() -> ColumnFile.open(columnFile(), other))
                .withMessageContaining("expected columns of a source of");
    }

    @Test
    void aCacheThatCannotBeWrittenIsOnlyANotice() throws IOException {
        kept = Files.createFile(folder.resolve("a-file")).resolve("candles");
        assertThat(open().columns().size()).isEqualTo(ROWS);
        assertThat(notices).hasSize(2).last().asString().startsWith("Cannot keep columns in ");
    }

    @Test
    void whatAKillLeftHalfIsRemovedInTime() throws IOException {
        Files.createDirectories(kept);
        Path half = Files.createFile(kept.resolve("half.columns.1.tmp"));
        open();
        assertThat(half).exists();
        Klines.gzip(source, Klines.many(ROWS + 1));
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofHours(2));
        new CandleCache(kept, notices::add, later).open(source);
        assertThat(half).doesNotExist();
    }

    @Test
    void aSourceThatIsNoKlineFileLeavesNothing() throws IOException {
        Files.writeString(source, "hello", StandardOpenOption.TRUNCATE_EXISTING);
        assertThatExceptionOfType(KlineFileException.class).isThrownBy(this::open);
        assertThat(kept).doesNotExist();
    }

    private CandleHistory open() throws IOException {
        return new CandleCache(kept, notices::add).open(source);
    }

    private Path columnFile() throws IOException {
        try (Stream<Path> files = Files.list(kept)) {
            return files.filter(file -> file.toString().endsWith(".columns"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void assertSameRows(CandleColumns some, CandleColumns others) {
        assertThat(some.size()).isEqualTo(others.size());
        for (int row = 0; row < some.size(); row++) {
            assertThat(some.openTime(row)).isEqualTo(others.openTime(row));
            assertThat(some.bar(row)).isEqualTo(others.bar(row));
        }
    }
}
