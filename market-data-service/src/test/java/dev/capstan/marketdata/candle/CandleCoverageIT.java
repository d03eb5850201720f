package dev.capstan.marketdata.candle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.marketdata.candle.domain.CandleFixture;
import dev.capstan.marketdata.candle.domain.Timeframe;
import dev.capstan.marketdata.candle.file.KlineWriter;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What there is, told without reading it. Every test has an instrument of its own. */
class CandleCoverageIT {

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
    void tellsTheEndsAndTheGapsOfARange() throws IOException {
        store.post(of("RANGE"), file(0, 1, 2, 5, 6, 9));
        assertThat(described(coverage("RANGE", "1m", "")))
                .isEqualTo("00:00 to 00:09, 2 gaps, 4 missing, the first from 00:03 to 00:04");
        assertThat(described(coverage("RANGE", "1m", "&from=2026-01-01T00:04:00Z&to=2026-01-01T00:07:00Z")))
                .isEqualTo("00:05 to 00:06, 0 gaps, 0 missing");
        assertThat(described(coverage("RANGE", "1m", "&from=2026-01-01T00:07:00Z&to=2026-01-01T00:09:00Z")))
                .isEqualTo("nothing");
    }

    @Test
    void tellsOfSumsWhatTheirPartsAre() throws IOException {
        store.post(of("SUMS"), file(IntStream.range(0, 12).toArray()));
        JsonNode sums = coverage("SUMS", "5m", "");
        assertThat(described(sums)).as("the third is not over").isEqualTo("00:00 to 00:05, 0 gaps, 0 missing");
        assertThat(sums.path("storedTimeframe").asString()).isEqualTo("1m");
        assertThat(sums.path("intervalMillis").asLong()).isEqualTo(300_000);
        assertThat(store.get("/api/candles/coverage?instrumentId=NONE.TEST&timeframe=1m")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void hasAnotherRevisionAfterEveryChangeButOneAtTheEnd() throws IOException {
        store.post(of("REVISION"), file(0, 1, 4));
        long first = revision();
        store.post(of("REVISION"), file(5, 6));
        store.post(of("REVISION"), file(0, 6));
        assertThat(revision())
                .as("after candles at the end, and the same ones again")
                .isEqualTo(first);
        store.post(of("REVISION"), file(2));
        long filled = revision();
        assertThat(filled).as("after one in a gap").isGreaterThan(first);
        store.post(of("REVISION") + "&onConflict=replace", file(5).replace(",1.5,", ",2.5,"));
        assertThat(revision()).as("after a correction").isGreaterThan(filled);
    }

    private static long revision() {
        return coverage("REVISION", "1m", "").path("revision").asLong(-1);
    }

    private static JsonNode coverage(String symbol, String timeframe, String range) {
        return store.get("/api/candles/coverage?instrumentId=" + symbol + ".TEST&timeframe=" + timeframe + range)
                .json();
    }

    private static String described(JsonNode coverage) {
        if (coverage.path("firstOpenTime").isNull()) {
            return "nothing";
        }
        String text = minute(coverage, "firstOpenTime") + " to " + minute(coverage, "lastOpenTime") + ", "
                + coverage.path("gaps").asLong() + " gaps, "
                + coverage.path("missing").asLong() + " missing";
        JsonNode gap = coverage.path("firstGap");
        return gap.isNull() ? text : text + ", the first from " + minute(gap, "from") + " to " + minute(gap, "to");
    }

    private static String minute(JsonNode node, String field) {
        return node.path(field).asString().substring(11, 16);
    }

    private static String of(String symbol) {
        return "instrumentId=" + symbol + ".TEST&timeframe=1m";
    }

    private static String file(int... minutes) throws IOException {
        StringBuilder file = new StringBuilder();
        KlineWriter writer = new KlineWriter(file, Timeframe.parse("1m"));
        writer.writeNames();
        for (int minute : minutes) {
            writer.write(CandleFixture.minute(minute));
        }
        return file.toString();
    }
}
