package dev.capstan.marketdata.candle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.kit.security.Role;
import dev.capstan.launcher.testing.TestDatabase;
import dev.capstan.marketdata.candle.CandleStore.Answer;
import dev.capstan.marketdata.candle.domain.CandleFixture;
import dev.capstan.marketdata.candle.domain.Timeframe;
import dev.capstan.marketdata.candle.file.KlineWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The store through its API, on a real PostgreSQL. Every test has an instrument of its own. */
class CandleStoreIT {

    private static final Duration PATIENT = Duration.ofSeconds(30);

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
    void storesAFileOnce() throws IOException {
        String file = file(0, 1, 2, 3);
        Answer first = store.post(of("ONCE"), file);
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(first.text())
                .isEqualTo("{\"instrumentId\":\"ONCE.TEST\",\"timeframe\":\"1m\",\"marketEpoch\":\"\",\"rowsRead\":4,"
                        + "\"inserted\":4,\"unchanged\":0,\"differing\":0,\"replaced\":0,"
                        + "\"firstOpenTime\":\"2026-01-01T00:00:00.000000Z\","
                        + "\"lastOpenTime\":\"2026-01-01T00:03:00.000000Z\",\"gaps\":0,\"missing\":0}");
        JsonNode again = store.post(of("ONCE"), file).json();
        assertThat(again.path("inserted").asLong()).isZero();
        assertThat(again.path("unchanged").asLong()).isEqualTo(4);
        assertThat(store.get("/api/candles/export?" + of("ONCE")).text()).isEqualTo(file);
    }

    @Test
    void takesAGzipFile() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(file(0, 1).getBytes(StandardCharsets.UTF_8));
        }
        byte[] whole = packed.toByteArray();
        Answer answer = store.post(of("GZIP"), "application/gzip", BodyPublishers.ofByteArray(whole), Role.ADMIN);
        assertThat(answer.json().path("inserted").asLong()).as(answer.text()).isEqualTo(2);
        Answer cut = store.post(
                of("CUT"), "application/gzip", BodyPublishers.ofByteArray(whole, 0, whole.length - 12), Role.ADMIN);
        assertThat(cut.status()).isEqualTo(400);
        assertThat(cut.text()).contains("\"field\":\"body\"").contains("expected a whole gzip file");
        assertThat(store.get("/api/candles?" + of("CUT")).status()).isEqualTo(404);
    }

    @Test
    void keepsOrReplacesWhatDiffers() throws IOException {
        store.post(of("DIFF"), file(0, 1, 2));
        String other = file(0, 1, 3).replace(",1.5,", ",2.5,");
        JsonNode kept = store.post(of("DIFF"), other).json();
        assertThat(kept.path("inserted").asLong()).isEqualTo(1);
        assertThat(kept.path("differing").asLong()).isEqualTo(2);
        assertThat(kept.path("replaced").asLong()).isZero();
        assertThat(volumes("DIFF")).containsExactly("1.5", "1.5", "1.5", "2.5");
        JsonNode replaced =
                store.post(of("DIFF") + "&onConflict=replace", other).json();
        assertThat(replaced.path("unchanged").asLong()).isEqualTo(1);
        assertThat(replaced.path("differing").asLong()).isEqualTo(2);
        assertThat(replaced.path("replaced").asLong()).isEqualTo(2);
        assertThat(volumes("DIFF")).containsExactly("2.5", "2.5", "1.5", "2.5");
    }

    @Test
    void knowsItsGapsWhateverOrderTheFilesComeIn() throws IOException {
        store.post(of("GAPS"), file(10, 11, 15));
        assertThat(figures("GAPS")).isEqualTo("3 candles, 1 gaps, 3 missing");
        store.post(of("GAPS"), file(0, 20));
        assertThat(figures("GAPS")).isEqualTo("5 candles, 3 gaps, 16 missing");
        store.post(of("GAPS"), file(13));
        assertThat(figures("GAPS")).isEqualTo("6 candles, 4 gaps, 15 missing");
        store.post(of("GAPS"), file(12, 14));
        assertThat(figures("GAPS")).isEqualTo("8 candles, 2 gaps, 13 missing");

        JsonNode first = store.get("/api/candles/gaps?limit=1&" + of("GAPS")).json();
        assertThat(first.path("items").toString())
                .isEqualTo("[{\"from\":\"2026-01-01T00:01:00.000000Z\",\"to\":\"2026-01-01T00:09:00.000000Z\","
                        + "\"missing\":9}]");
        JsonNode second = store.get("/api/candles/gaps?limit=1&" + of("GAPS") + "&cursor="
                        + first.path("nextCursor").asString())
                .json();
        assertThat(second.path("items").path(0).path("from").asString()).isEqualTo("2026-01-01T00:16:00.000000Z");
        assertThat(second.path("items").path(0).path("missing").asLong()).isEqualTo(4);
        assertThat(second.path("nextCursor").isNull()).isTrue();
    }

    @Test
    void pagesAndAddsUp() throws IOException {
        store.post(of("PAGE"), file(IntStream.range(0, 12).toArray()));
        JsonNode page = store.get("/api/candles?limit=5&" + of("PAGE")).json();
        assertThat(page.path("items").size()).isEqualTo(5);
        JsonNode next = store.get("/api/candles?limit=100&" + of("PAGE") + "&cursor="
                        + page.path("nextCursor").asString())
                .json();
        assertThat(next.path("items").path(0).path("openTime").asString()).isEqualTo("2026-01-01T00:05:00.000000Z");
        assertThat(next.path("items").size()).isEqualTo(7);
        assertThat(next.path("nextCursor").isNull()).isTrue();

        JsonNode sums =
                store.get("/api/candles?instrumentId=PAGE.TEST&timeframe=5m").json();
        assertThat(sums.path("items").size()).isEqualTo(2);
        assertThat(sums.path("items").path(1).path("closeTime").asString()).isEqualTo("2026-01-01T00:09:59.999000Z");
        assertThat(sums.path("items").path(1).path("volume").asString()).isEqualTo("7.5");
        JsonNode some = store.get("/api/candles?instrumentId=PAGE.TEST&timeframe=3m"
                        + "&from=2026-01-01T00:01:00Z&to=2026-01-01T00:07:00Z")
                .json();
        assertThat(some.path("items").size()).isEqualTo(2);
        assertThat(some.path("items").path(0).path("openTime").asString()).isEqualTo("2026-01-01T00:03:00.000000Z");
    }

    @Test
    void namesTheCorruptRowAndStoresNothingOfItsFile() throws IOException {
        String file = file(IntStream.range(0, 60_000).toArray());
        int row = file.indexOf('\n', file.length() - 200);
        String corrupt = file.substring(0, row + 1) + "nonsense\n";
        long line = corrupt.lines().count();
        Answer answer = store.post(of("CORRUPT"), corrupt);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asString()).isEqualTo("REQUEST_INVALID");
        assertThat(answer.json().path("errors").toString())
                .isEqualTo("[{\"field\":\"line " + line + "\",\"reason\":\"expected 12 columns, got 1\"}]");
        assertThat(store.get("/api/candles/gaps?" + of("CORRUPT")).status()).isEqualTo(404);
        assertThat(store.post(of("CORRUPT"), file).json().path("inserted").asLong())
                .isEqualTo(60_000);
    }

    @Test
    void storesNothingWhenItsCallerHangsUp() throws IOException {
        byte[] file = file(IntStream.range(0, 5_000).toArray()).getBytes(StandardCharsets.UTF_8);
        try (Socket _ = halfSent("HANGUP", file)) {
            awaitCopies(1);
        }
        awaitCopies(0);
        assertThat(store.get("/api/candles?" + of("HANGUP")).status()).isEqualTo(404);
    }

    @Test
    void storesNothingWhenItsConnectionToTheDatabaseDies() throws IOException, SQLException {
        byte[] file = file(IntStream.range(0, 5_000).toArray()).getBytes(StandardCharsets.UTF_8);
        try (Socket caller = halfSent("KILLED", file)) {
            awaitCopies(1);
            assertThat(number("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                            + " WHERE datname = current_database() AND query LIKE 'COPY candle_staging%'"
                            + " AND state = 'active'"))
                    .isEqualTo(1);
            caller.getOutputStream().write(file, file.length / 2, file.length - file.length / 2);
            String answer = new String(caller.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertThat(answer).isEqualTo("HTTP/1.1 503");
        }
        assertThat(store.get("/api/candles?" + of("KILLED")).status()).isEqualTo(404);
        assertThat(store.post(of("KILLED"), new String(file, StandardCharsets.UTF_8))
                        .json()
                        .path("inserted")
                        .asLong())
                .isEqualTo(5_000);
    }

    @Test
    void cutsAnExportThatItCannotFinish() throws IOException, SQLException {
        String file = file(IntStream.range(0, 150_000).toArray());
        store.post(of("CUTOFF"), file);
        try (Socket caller = new Socket()) {
            caller.setReceiveBufferSize(8_192);
            caller.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), store.port()));
            caller.setSoTimeout(30_000);
            caller.getOutputStream()
                    .write(("GET /api/candles/export?" + of("CUTOFF")
                                    + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + store.bearer(Role.VIEWER)
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            // What follows waits until we read on: much more than the buffers in between can hold.
            assertThat(new String(caller.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 200");
            byte[] rest;
            asOwner("ALTER TABLE candle RENAME TO candle_away");
            try {
                rest = readAll(caller);
            } finally {
                asOwner("ALTER TABLE candle_away RENAME TO candle");
            }
            assertThat(rest.length).isLessThan(file.length());
            assertThat(new String(rest, StandardCharsets.US_ASCII)).doesNotEndWith("0\r\n\r\n");
        }
    }

    private static byte[] readAll(Socket caller) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            caller.getInputStream().transferTo(all);
        } catch (SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
        return all.toByteArray();
    }

    private static void asOwner(String sql) throws SQLException {
        TestDatabase database = store.database();
        try (Connection connection = DriverManager.getConnection(
                        database.jdbcUrl(), database.owner("market_data"), database.ownerPassword("market_data"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Socket halfSent(String symbol, byte[] file) throws IOException {
        Socket caller = new Socket(InetAddress.getLoopbackAddress(), store.port());
        caller.setSoTimeout(30_000);
        OutputStream out = caller.getOutputStream();
        out.write(("POST /api/candles/imports?" + of(symbol) + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                        + store.bearer(Role.TRADER) + "\r\nContent-Type: text/csv\r\nContent-Length: " + file.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(file, 0, file.length / 2);
        out.flush();
        return caller;
    }

    private static void awaitCopies(long expected) {
        await().atMost(PATIENT)
                .until(() -> number("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                                + " AND query LIKE 'COPY candle_staging%' AND state = 'active'")
                        == expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/candles?instrumentId=X.TEST | timeframe | is required",
                "/api/candles?instrumentId=X&timeframe=1m | instrumentId | expected SYMBOL.VENUE",
                "/api/candles?instrumentId=X.TEST&timeframe=7m | timeframe | expected one of 1s, 1m",
                "/api/candles?instrumentId=X.TEST&timeframe=1m&limit=0 | limit | expected 1 to 1000",
                "/api/candles?instrumentId=X.TEST&timeframe=1m&limit=1001 | limit | expected 1 to 1000",
                "/api/candles?instrumentId=X.TEST&timeframe=1m&marketEpoch=a%20b | marketEpoch | expected a market epoch",
                "/api/candles?instrumentId=X.TEST&timeframe=1m&from=yesterday | from | expected an instant",
                "/api/candles?instrumentId=X.TEST&timeframe=1m&from=%2B999999999-01-01T00:00:00Z | from | expected a time",
                "/api/candles?instrumentId=X.TEST&timeframe=1m&to=1969-01-01T00:00:00Z | to | expected a time",
                "/api/candles?instrumentId=X.TEST&timeframe=1m&from=2020-01-02T00:00:00Z&to=2020-01-01T00:00:00Z | to | not before",
                "/api/candles?instrumentId=X.TEST&timeframe=1m&cursor=x | cursor | expected a nextCursor",
                "/api/candles/gaps?instrumentId=X.TEST | timeframe | is required",
                "/api/candles/series?cursor=-1 | cursor | expected a nextCursor",
                "/api/candles/series?cursor=x | cursor | expected a whole number",
                "/api/candles/export?timeframe=1m | instrumentId | is required"
            })
    void refusesByNameWhatItCannotRead(String path, String field, String reason) {
        Answer answer = store.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().path("errors").path(0).path("field").asString())
                .isEqualTo(field);
        assertThat(answer.json().path("errors").path(0).path("reason").asString())
                .contains(reason);
    }

    @Test
    void saysWhatItDoesNotHave() {
        for (String path : new String[] {"", "/gaps", "/export"}) {
            Answer answer = store.get("/api/candles" + path + "?" + of("NOWHERE"));
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.json().path("detail").asString())
                    .contains("NOWHERE.TEST")
                    .contains("1m");
        }
    }

    @Test
    void refusesOtherRolesOtherBodiesAndFilesWithoutCandles() throws IOException {
        String file = file(IntStream.range(0, 60_000).toArray());
        assertThat(store.post("instrumentId=ROLE.TEST&timeframe=7m", file).text())
                .contains("\"field\":\"timeframe\"");
        assertThat(store.post("timeframe=1m", file).text()).contains("\"field\":\"instrumentId\"");
        Answer viewer = store.post(of("ROLE"), "text/csv", BodyPublishers.ofString(file), Role.VIEWER);
        assertThat(viewer.status()).isEqualTo(403);
        Answer json = store.post(of("ROLE"), "application/json", BodyPublishers.ofString("{}"), Role.TRADER);
        assertThat(json.status()).isEqualTo(415);
        assertThat(json.text()).contains("MEDIA_TYPE_UNSUPPORTED");
        Answer plain = store.post(of("ROLE"), "application/gzip", BodyPublishers.ofString(file), Role.TRADER);
        assertThat(plain.status()).isEqualTo(400);
        assertThat(plain.text()).contains("expected a gzip file");
        assertThat(store.post(of("ROLE"), "").text()).contains("expected at least one candle");
        assertThat(store.post(of("ROLE") + "&onConflict=merge", file).text()).contains("expected keep or replace");
        assertThat(store.get("/api/candles?" + of("ROLE")).status()).isEqualTo(404);
    }

    /** Most callers read nothing before they have written all. */
    @Test
    void whoSendsALargeFileInVainGetsToReadWhy() throws IOException {
        byte[] file = new byte[20 * 1024 * 1024];
        try (Socket caller = new Socket(InetAddress.getLoopbackAddress(), store.port())) {
            caller.setSoTimeout((int) PATIENT.toMillis());
            OutputStream out = caller.getOutputStream();
            out.write(("POST /api/candles/imports?instrumentId=LARGE.TEST&timeframe=7m HTTP/1.1\r\nHost: here\r\n"
                            + "Authorization: " + store.bearer(Role.TRADER) + "\r\nContent-Type: text/csv\r\n"
                            + "Connection: close\r\nContent-Length: " + file.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(file);
            out.flush();
            String answer = new String(caller.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400").contains("\"field\":\"timeframe\"");
        }
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

    private static List<String> volumes(String symbol) {
        return store.get("/api/candles?" + of(symbol))
                .json()
                .path("items")
                .valueStream()
                .map(candle -> candle.path("volume").asString())
                .toList();
    }

    private static String figures(String symbol) {
        return store.get("/api/candles/series")
                .json()
                .path("items")
                .valueStream()
                .filter(series -> series.path("instrumentId").asString().equals(symbol + ".TEST"))
                .map(series -> series.path("candles") + " candles, " + series.path("gaps") + " gaps, "
                        + series.path("missing") + " missing")
                .findFirst()
                .orElse("not stored");
    }

    /** Asked as the service's own role, which sees what its sessions do. */
    private static long number(String sql) throws SQLException {
        TestDatabase database = store.database();
        try (Connection connection = DriverManager.getConnection(
                        database.jdbcUrl(), "market_data", database.password("market_data"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
