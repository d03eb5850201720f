package dev.capstan.marketdata.candle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.kit.security.Role;
import dev.capstan.marketdata.candle.CandleStore.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Files of real exchanges, where a folder of them is named; their gaps were counted by others. */
@EnabledIfEnvironmentVariable(named = "CAPSTAN_REAL_CANDLES", matches = ".+")
class RealCandlesIT {

    private static final Logger LOG = LoggerFactory.getLogger(RealCandlesIT.class);

    private static CandleStore store;

    @BeforeAll
    static void start() {
        store = new CandleStore();
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Test
    void aYearOfMinutesIsStoredOnceWithItsGapsAndAddsUpToWhatOthersAddedUp() throws IOException {
        Answer first = imported("YEAR.BITFINEX", "1m", "BITFINEX_BTCUSD_1m_2018");
        JsonNode figures = first.json();
        assertThat(figures.path("inserted").asLong()).as(first.text()).isEqualTo(520_499);
        assertThat(figures.path("gaps").asLong()).isEqualTo(3_992);
        assertThat(figures.path("missing").asLong()).isEqualTo(5_101);
        assertThat(gaps("YEAR.BITFINEX")).isEqualTo(3_992);

        JsonNode again =
                imported("YEAR.BITFINEX", "1m", "BITFINEX_BTCUSD_1m_2018").json();
        assertThat(again.path("inserted").asLong()).isZero();
        assertThat(again.path("unchanged").asLong()).isEqualTo(520_499);
        assertThat(again.path("gaps").asLong()).isEqualTo(3_992);

        assertThat(exported("YEAR.BITFINEX", "1m")).isEqualTo(lines("BITFINEX_BTCUSD_1m_2018"));
        List<String> of2018 = lines("BITFINEX_BTCUSD_5m_2017-2018").stream()
                .dropWhile(line -> !line.startsWith("1514764800000"))
                .toList();
        assertThat(exported("YEAR.BITFINEX", "5m").stream().skip(1).toList()).isEqualTo(of2018);
    }

    @ParameterizedTest
    @CsvSource({
        "BITFINEX_BTCUSD_1h_2013-2018,         1h, 46944, 103,   3480",
        "BITFINEX_BTCUSD_1d_2013-2018,         1d, 1964,  4,     137",
        "BITFINEX_ETHUSD_1h_2016-2017,         1h, 14046, 123,   1850",
        "COINBASE_BTCUSD_4h_2016-2018,         4h, 5743,  2,     4",
        "COINBASE_BTCUSD_1m_2016-2017_6days,   1m, 8536,  96,    620744",
        "COINBASE_BTCUSD_1s_2016-10-07_09,     1s, 11520, 10910, 247675",
        "BINANCE_BTCTRY_1m_2022-11-08_09,      1m, 1000,  0,     0",
        "BINANCE_XRPETH_1m_2019-10-11,         1m, 1022,  265,   413"
    })
    void theGapsOfAFileAreThoseThatWereCounted(String name, String timeframe, long rows, long gaps, long missing)
            throws IOException {
        String instrument = name.toUpperCase(Locale.ROOT) + ".REAL";
        Answer answer = imported(instrument, timeframe, name);
        assertThat(answer.json().path("inserted").asLong()).as(answer.text()).isEqualTo(rows);
        assertThat(answer.json().path("gaps").asLong()).isEqualTo(gaps);
        assertThat(answer.json().path("missing").asLong()).isEqualTo(missing);
        assertThat(exported(instrument, timeframe)).isEqualTo(lines(name));
    }

    private static Answer imported(String instrument, String timeframe, String name) throws IOException {
        long start = System.nanoTime();
        Answer answer = store.post(
                "instrumentId=" + instrument + "&timeframe=" + timeframe,
                "application/gzip",
                BodyPublishers.ofFile(file(name)),
                Role.TRADER);
        LOG.info("{}: {} ms: {}", name, (System.nanoTime() - start) / 1_000_000, answer.text());
        return answer;
    }

    private static long gaps(String instrument) {
        long gaps = 0;
        String cursor = "";
        do {
            JsonNode page = store.get("/api/candles/gaps?limit=1000&instrumentId=" + instrument
                            + "&timeframe=1m&cursor=" + cursor)
                    .json();
            gaps += page.path("items").size();
            cursor = page.path("nextCursor").asString("");
        } while (!cursor.isEmpty());
        return gaps;
    }

    private static List<String> exported(String instrument, String timeframe) {
        return store.get("/api/candles/export?instrumentId=" + instrument + "&timeframe=" + timeframe)
                .text()
                .lines()
                .toList();
    }

    private static Path file(String name) {
        return Path.of(System.getenv("CAPSTAN_REAL_CANDLES"), "candles", name + ".csv.gz");
    }

    private static List<String> lines(String name) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file(name))), StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        }
    }
}
