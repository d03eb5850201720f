package dev.capstan.marketdata.candle.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.capstan.candles.kline.KlineFileException;
import dev.capstan.marketdata.candle.domain.Candle;
import dev.capstan.marketdata.candle.domain.Timeframe;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KlineReaderTest {

    private static final Timeframe MINUTE = Timeframe.parse("1m");

    private static final String NAMES = "open_time,open,high,low,close,volume,close_time,quote_volume,count,"
            + "taker_buy_volume,taker_buy_quote_volume,ignore\n";

    private static final String FIRST =
            "1667946660000,18560.7,18582.63,18549.56,18551.26,266.34476,1667946719999,4945012.1385495,7045,139.31361,"
                    + "2586631.807405,0\n";

    private static final String SECOND =
            "1667946720000,18551.26,18572.55,18540.74,18548.6,139.59192,1667946779999,2590167.2315811,6624,70.52361,"
                    + "1308658.1249433,0\n";

    @Test
    void givesBackWhatTheWriterWrites() throws IOException {
        StringBuilder copy = new StringBuilder();
        KlineWriter writer = new KlineWriter(copy, MINUTE);
        writer.writeNames();
        for (Candle candle : read(NAMES + FIRST + SECOND)) {
            writer.write(candle);
        }
        assertThat(copy).hasToString(NAMES + FIRST + SECOND);
    }

    @Test
    void readsMicrosecondsWindowsLinesAndNoNames() {
        String micros = FIRST.replace("1667946660000", "1667946660000000").replace("1667946719999", "1667946719999999");
        assertThat(read(micros.replace("\n", "\r\n"))).isEqualTo(read(FIRST));
        assertThat(read(NAMES + FIRST + "\n" + SECOND.strip())).isEqualTo(read(FIRST + SECOND));
    }

    @Test
    void readsNothingOutOfNothing() {
        assertThat(read("")).isEmpty();
        assertThat(read(NAMES)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "18560.7 | abc | open: expected a decimal of zero or more in plain notation, got: abc",
                "18560.7 | -1 | open: expected a decimal of zero or more in plain notation, got: -1",
                "18560.7 | 1e4 | open: expected a decimal",
                "18560.7 | 1.2.3 | open: expected a decimal",
                "18560.7 | '' | open: expected a decimal",
                "18560.7 | 0 | expected a low not above the open",
                "18560.7 | 18600 | expected a high not below the open, got: 18582.63 and 18600",
                "266.34476 | 0.1234567890123456789 | expected at most 18 decimal places",
                "266.34476 | 123456789012345678901 | expected at most 20 digits before the point",
                "7045 | 7045.5 | count: expected a whole number",
                "1667946660000 | 1667946660001 | open_time: expected the open time of a candle of 1m, got: 1667946660001",
                "1667946660000 | 2022-11-08 | open_time: expected a whole number, got: 2022-11-08",
                "1667946660000 | 9667946640000000 | open_time: expected the open time of a candle of 1m",
                "1667946719999 | 1667946720000 | close_time: expected a time from 1667946660000 to 1667946719999",
                "1667946719999 | 1667946659999 | close_time: expected a time from",
                "',7045' | '' | expected 12 columns, got 11",
                "'7045' | '7,045' | expected 12 columns, got 13"
            })
    void namesTheLineAndWhatWasExpected(String good, String bad, String reason) {
        assertThatExceptionOfType(KlineFileException.class)
                .isThrownBy(() -> read(NAMES + FIRST.replace(good, bad) + SECOND))
                .satisfies(e -> {
                    assertThat(e.line()).hasValue(2);
                    assertThat(e.reason()).contains(reason);
                });
    }

    @Test
    void refusesWhatDoesNotRise() {
        assertThatExceptionOfType(KlineFileException.class)
                .isThrownBy(() -> read(NAMES + FIRST + SECOND + SECOND))
                .satisfies(e -> {
                    assertThat(e.line()).hasValue(4);
                    assertThat(e.reason()).contains("open_time: expected a later time than in the row before");
                });
    }

    @Test
    void refusesWhatIsNoTextWithoutReadingItAll() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 0x1f;
            }
        };
        assertThatExceptionOfType(KlineFileException.class)
                .isThrownBy(() -> new KlineReader(endless, MINUTE).next())
                .satisfies(e -> assertThat(e.reason()).contains("at most 1024 characters"));
    }

    @Test
    void tellsAnotherTimeframeFromTheRows() {
        assertThatExceptionOfType(KlineFileException.class)
                .isThrownBy(() -> new KlineReader(bytes(FIRST), Timeframe.parse("5m")).next())
                .satisfies(e -> assertThat(e.reason()).contains("candle of 5m"));
    }

    private static List<Candle> read(String text) {
        KlineReader reader = new KlineReader(bytes(text), MINUTE);
        List<Candle> candles = new ArrayList<>();
        for (Candle candle = reader.next(); candle != null; candle = reader.next()) {
            candles.add(candle);
        }
        return candles;
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
