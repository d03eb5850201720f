package dev.capstan.launcher.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.launcher.backtest.BacktestRun;
import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.candle.RandomWalk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportPageTest {

    private static final Pattern ROW = Pattern.compile("<tr><th>([^<]+)</th><td>([^<]*)</td></tr>");
    private static final Pattern TRIP = Pattern.compile("<td class=\"(?:won|lost)\">([^<]+)</td></tr>");
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void itsNumbersAreThoseOfTheEvidence() throws IOException {
        Path file = folder.resolve("result.html");
        BacktestRun run = BacktestRun.of(
                folder, "--random-walk", "7:9000", "--strategy", "sma-cross", "--json", "--report", file.toString());
        assertThat(run.exitCode()).isZero();
        JsonNode evidence = run.json();
        String page = Files.readString(file);
        JsonNode data = data(page);
        for (String part : List.of("fingerprint", "metrics", "equity", "fills")) {
            assertThat(data.has(part)).as(part).isTrue();
            assertThat(data.path(part)).as(part).isEqualTo(evidence.path(part));
        }
        Map<String, String> rows = rows(page);
        assertThat(rows)
                .containsEntry("fingerprint", evidence.path("fingerprint").asString());
        assertThat(data.path("fills")).hasSizeGreaterThan(100);
        int trips = evidence.path("metrics").path("roundTrips").asInt();
        assertThat(rows).containsEntry("round trips", Integer.toString(trips));
        assertThat(TRIP.matcher(page).results().map(trip -> trip.group(1)))
                .hasSize(trips)
                .containsExactlyElementsOf(evidence.path("roundTrips")
                        .valueStream()
                        .map(trip -> trip.path("realizedPnl").asString())
                        .toList());
    }

    @Test
    void itNeedsNothingFromElsewhere() throws IOException {
        Path file = folder.resolve("result.html");
        BacktestRun.of(folder, "--random-walk", "7:500", "--strategy", "rsi", "--report", file.toString());
        assertThat(Files.readString(file))
                .doesNotContain("{{")
                .doesNotContainPattern("(src|href)=|https?://|@import|url\\(");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(each -> each.getFileName().toString())).containsExactly("result.html");
        }
    }

    @Test
    void aPageOfManyCandlesShowsThemAddedUp() {
        CandleColumns candles = RandomWalk.candles(7, 9_001);
        ThinnedCandles thinned = ThinnedCandles.of(candles);
        assertThat(thinned.each()).isEqualTo(3);
        assertThat(thinned.rows()).hasSize(3_001);
        List<Number> second = thinned.rows().get(1);
        assertThat(second.get(0)).isEqualTo(candles.openTime(3));
        assertThat(second.get(1)).isEqualTo(candles.open(3) / 1e8);
        long high = Math.max(candles.high(3), Math.max(candles.high(4), candles.high(5)));
        assertThat(second.get(2)).isEqualTo(high / 1e8);
        long low = Math.min(candles.low(3), Math.min(candles.low(4), candles.low(5)));
        assertThat(second.get(3)).isEqualTo(low / 1e8);
        assertThat(second.get(4)).isEqualTo(candles.close(5) / 1e8);
        assertThat(thinned.rows().getLast().get(4)).isEqualTo(candles.close(9_000) / 1e8);
    }

    @Test
    void aFolderThatIsNotThereIsNamedBeforeTheRun() {
        Path file = folder.resolve("none/result.html");
        BacktestRun run =
                BacktestRun.of(folder, "--random-walk", "7:500", "--strategy", "rsi", "--report", file.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--report: expected a file in a folder that exists, got: " + file);
    }

    private static JsonNode data(String page) {
        Matcher data = DATA.matcher(page);
        assertThat(data.find()).isTrue();
        return JsonMapper.shared().readTree(data.group(1));
    }

    private static Map<String, String> rows(String page) {
        Map<String, String> rows = new HashMap<>();
        ROW.matcher(page).results().forEach(row -> rows.put(row.group(1), row.group(2)));
        return rows;
    }
}
