package dev.capstan.candles.kline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.capstan.candles.CandleHash;
import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.fill.Bar;
import dev.capstan.trading.fixed.Decimal8;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KlineFileTest {

    private static final String FIRST = Klines.row(0, "18560.7,18582.63,18549.56,18551.26,266.34476");
    private static final String SECOND = Klines.row(1, "18551.26,18572.55,18540.74,18548.6,139.59192");

    @TempDir
    private Path folder;

    @Test
    void readsNumbersExactly() {
        CandleColumns candles = read(Klines.NAMES + FIRST + SECOND);
        assertThat(candles.size()).isEqualTo(2);
        assertThat(candles.intervalMillis()).isEqualTo(Klines.MINUTE);
        assertThat(candles.openTime(1)).isEqualTo(Klines.FIRST_OPEN + Klines.MINUTE);
        assertThat(candles.bar(0))
                .isEqualTo(new Bar(
                        Decimal8.parse("18560.7"),
                        Decimal8.parse("18582.63"),
                        Decimal8.parse("18549.56"),
                        Decimal8.parse("18551.26"),
                        Decimal8.parse("266.34476")));
    }

    @Test
    void aSparseFileKeepsTheLengthThatIsKnown() {
        String sparse = FIRST + Klines.row(2, "1,1,1,1,1") + Klines.row(5, "1,1,1,1,1");
        assertThat(KlineFile.read(Klines.stream(sparse), Klines.MINUTE).intervalMillis())
                .isEqualTo(Klines.MINUTE);
        assertThatExceptionOfType(KlineFileException.class)
                .as("the smallest distance does not divide the other")
                .isThrownBy(() -> read(sparse));
        assertThatExceptionOfType(KlineFileException.class)
                .isThrownBy(() -> KlineFile.read(Klines.stream(sparse), 2 * Klines.MINUTE));
    }

    @Test
    void takesZerosPastTheEighthPlaceForWhatTheyAre() {
        CandleColumns candles = read(Klines.row(0, "1.500000000000,2,.5,1.,0000000000000.123456780"));
        assertThat(candles.bar(0)).isEqualTo(new Bar(150_000_000, 200_000_000, 50_000_000, 100_000_000, 12_345_678));
    }

    @Test
    void readsMicrosecondsAndWindowsLines() {
        String micros =
                FIRST.replace(",1667946719999,", ",1667946719999999,").replace("1667946660000,", "1667946660000000,");
        CandleColumns candles = read(micros.replace("\n", "\r\n") + SECOND);
        assertThat(candles.openTime(0)).isEqualTo(Klines.FIRST_OPEN);
        assertThat(candles.intervalMillis()).isEqualTo(Klines.MINUTE);
    }

    @Test
    void readsPlainAndPackedFilesAlike() throws IOException {
        String text = Klines.many(3_000);
        Path plain = Files.writeString(folder.resolve("a.csv"), text);
        Path packed = Klines.gzip(folder.resolve("a.csv.gz"), text);
        assertThat(CandleHash.of(KlineFile.read(packed))).isEqualTo(CandleHash.of(KlineFile.read(plain)));
        assertThat(KlineFile.read(plain).size()).isEqualTo(3_000);
    }

    @Test
    void aSingleCandleIsAsLongAsItSays() {
        assertThat(read(FIRST).intervalMillis()).isEqualTo(Klines.MINUTE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "18560.7 | abc | open: expected a decimal of zero or more in plain notation, got: abc",
                "18582.63 | -1 | high: expected a decimal of zero or more in plain notation, got: -1",
                "18551.26 | 1e4 | close: expected a decimal of zero or more",
                "18560.7 | 0.123456789 | open: expected at most 8 decimal places, got: 0.123456789",
                "266.34476 | 92233720369 | volume: expected at most 92233720368, got: 92233720369",
                "18549.56 | 18555 | low: expected a price above zero, not above open and close, got: 18555",
                "18549.56 | 0 | low: expected a price above zero",
                "18582.63 | 18552 | high: expected a price not below open and close, got: 18552",
                "1667946660000 | 1667946720000 | close_time: expected a time not before the open time",
                "1667946660000 | 2022-11-08 | open_time: expected a whole number, got: 2022-11-08",
                "1667946660000 | 1667946660000001 | open_time: expected whole milliseconds before the year 2200",
                "',266.34476' | '' | expected 12 columns, got 11"
            })
    void namesLineAndColumnOfWhatIsWrong(String good, String bad, String reason) {
        assertThatExceptionOfType(KlineFileException.class)
                .isThrownBy(() -> read(Klines.NAMES + FIRST.replace(good, bad) + SECOND))
                .satisfies(e -> {
                    assertThat(e.line()).hasValue(2);
                    assertThat(e.reason()).startsWith(reason);
                });
    }

    @Test
    void refusesWhatDoesNotRiseOrLiesOffTheGrid() {
        assertThatExceptionOfType(KlineFileException.class)
                .isThrownBy(() -> read(FIRST + SECOND + SECOND))
                .satisfies(e -> assertThat(e.line()).hasValue(3));
        String off = SECOND.replace("1667946720000", "1667946705000");
        assertThatExceptionOfType(KlineFileException.class)
                .isThrownBy(() -> read(FIRST + off + Klines.row(2, "1,1,1,1,1")))
                .withMessageContaining("whole candles of 45000 ms apart, got 2022-11-08T22:31:45Z and then");
    }

    @Test
    void refusesAFileWithoutCandlesAndOneThatEndsTooEarly() throws IOException {
        assertThatExceptionOfType(KlineFileException.class)
                .isThrownBy(() -> read(Klines.NAMES))
                .withMessage("expected at least one candle");
        Path packed = Klines.gzip(folder.resolve("a.csv.gz"), Klines.many(1_000));
        byte[] half = java.util.Arrays.copyOf(Files.readAllBytes(packed), 2_000);
        Path cut = Files.write(folder.resolve("cut.csv.gz"), half);
        assertThatExceptionOfType(KlineFileException.class)
                .isThrownBy(() -> KlineFile.read(cut))
                .withMessageContaining("expected a whole gzip file");
    }

    private static CandleColumns read(String text) {
        return KlineFile.read(Klines.stream(text));
    }
}
