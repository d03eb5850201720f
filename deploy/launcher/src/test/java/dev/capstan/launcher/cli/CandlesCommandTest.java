package dev.capstan.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.capstan.launcher.cli.StackReport.Phase;
import dev.capstan.launcher.process.ProcessIdentity;
import dev.capstan.launcher.stack.DataFolder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command against a gateway and a Keycloak that a test plays. */
class CandlesCommandTest {

    private static final String ROWS = "row\n".repeat(5_000);

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> asked = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();
    private HttpServer server;
    private int status = 200;
    private String answer = "{\"items\":[],\"nextCursor\":null}";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/realms", call -> reply(call, 200, "{\"access_token\":\"the-token\"}"));
        server.createContext("/api/candles", this::take);
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        DataFolder data = new DataFolder(folder);
        Files.createDirectories(data.run());
        Files.createDirectories(data.secrets());
        new StackReport(ProcessIdentity.self().toString(), Phase.READY, url, url, null, "", List.of()).write(data);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void take(HttpExchange call) throws IOException {
        asked.add(call.getRequestMethod() + " " + call.getRequestURI());
        byte[] body = call.getRequestBody().readAllBytes();
        boolean gzip = "application/gzip".equals(call.getRequestHeaders().getFirst("Content-Type"));
        bodies.add(new String(
                gzip ? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes() : body,
                StandardCharsets.UTF_8));
        assertThat(call.getRequestHeaders().getFirst("Authorization")).isEqualTo("Bearer the-token");
        reply(call, status, answer);
    }

    private static void reply(HttpExchange call, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    @Test
    void importsAFileAndSaysWhatCameOfIt() throws IOException {
        answer = """
                {"instrumentId":"BTCUSD.BITFINEX","timeframe":"1m","marketEpoch":"","rowsRead":5000,"inserted":4000,
                 "unchanged":990,"differing":10,"replaced":0,"firstOpenTime":"2018-01-01T00:00:00.000000Z",
                 "lastOpenTime":"2018-01-04T11:19:00.000000Z","gaps":1,"missing":2}""";
        assertThat(run("import", packed().toString(), "--instrument", "BTCUSD.BITFINEX"))
                .isZero();
        assertThat(asked)
                .containsExactly("POST /api/candles/imports?instrumentId=BTCUSD.BITFINEX&onConflict=keep&timeframe=1m");
        assertThat(bodies).containsExactly(ROWS);
        assertThat(err.toString()).contains("100 % of").contains("being stored");
        assertThat(out.toString())
                .contains("5000 candles read: 4000 new, 990 known, 10 with other figures, of which 0 replaced.")
                .contains("from 2018-01-01T00:00:00Z to 2018-01-04T11:19:00Z, with 1 gaps, 2 candles missing.");
    }

    @Test
    void importsQuietlyForScripts() throws IOException {
        answer = "{\"inserted\":1}";
        Path file = Files.writeString(folder.resolve("rows.csv"), ROWS);
        assertThat(run("import", file.toString(), "--instrument", "X.Y", "--replace", "--json"))
                .isZero();
        assertThat(asked.getFirst()).contains("onConflict=replace");
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString()).contains("\"inserted\" : 1");
    }

    @Test
    void listsAndFollowsPages() {
        answer = """
                {"items":[{"instrumentId":"BTCUSD.BITFINEX","timeframe":"1m","marketEpoch":"","candles":520499,
                 "firstOpenTime":"2018-01-01T00:00:00.000000Z","lastOpenTime":"2018-12-31T23:59:00.000000Z",
                 "gaps":3992,"missing":5101}],"nextCursor":null}""";
        assertThat(run("list")).isZero();
        assertThat(out.toString())
                .contains("BTCUSD.BITFINEX")
                .contains("520499")
                .contains("3992");
        assertThat(asked).containsExactly("GET /api/candles/series?limit=1000");
    }

    @Test
    void showsGapsAndTheirSum() {
        answer = """
                {"items":[{"from":"2018-06-05T13:34:00.000000Z","to":"2018-06-05T14:40:00.000000Z","missing":67},
                 {"from":"2018-07-01T00:00:00.000000Z","to":"2018-07-01T00:00:00.000000Z","missing":1}],
                 "nextCursor":null}""";
        assertThat(run("gaps", "--instrument", "X.Y", "--timeframe", "1m", "--epoch", "e1"))
                .isZero();
        assertThat(out.toString()).contains("2018-06-05T13:34:00Z").contains("2 gaps, 68 candles missing.");
        assertThat(asked.getFirst()).contains("marketEpoch=e1");
    }

    @Test
    void saysThatNothingIsStoredOrMissing() {
        assertThat(run("list")).isZero();
        assertThat(run("gaps", "--instrument", "X.Y")).isZero();
        assertThat(out.toString()).contains("No candles are stored.").contains("No candle is missing.");
    }

    @Test
    void exportsToAFile() throws IOException {
        answer = "open_time,open\n";
        Path target = folder.resolve("out.csv");
        assertThat(run("export", target.toString(), "--instrument", "X.Y", "--from", "2018-03-01T00:00:00Z"))
                .isZero();
        assertThat(target).hasContent(answer);
        assertThat(asked.getFirst()).contains("from=2018-03-01T00%3A00%3A00Z");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
        }
    }

    @Test
    void showsARefusalInWords() throws IOException {
        status = 400;
        answer = """
                {"code":"REQUEST_INVALID","detail":"The request has invalid fields.",
                 "errors":[{"field":"line 17","reason":"expected 12 columns, got 1"}]}""";
        assertThat(run("import", packed().toString(), "--instrument", "X.Y")).isEqualTo(1);
        assertThat(err.toString())
                .contains("capstan: refused (400 REQUEST_INVALID): The request has invalid fields.")
                .contains("  line 17: expected 12 columns, got 1");
    }

    @Test
    void namesWhatIsWrongWithTheFile() throws IOException {
        Path named = Files.writeString(folder.resolve("rows.csv.gz"), ROWS);
        assertThat(run("import", named.toString(), "--instrument", "X.Y")).isEqualTo(1);
        assertThat(err.toString()).contains("rows.csv.gz is not a gzip file");
        assertThat(run("import", folder.resolve("none.csv").toString(), "--instrument", "X.Y"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("there is no file").contains("none.csv");
        assertThat(asked).isEmpty();
    }

    @Test
    void namesWhatIsMissing() {
        assertThat(run("import", "--instrument", "X.Y")).isEqualTo(2);
        assertThat(run("gaps")).isEqualTo(2);
        assertThat(run("forget")).isEqualTo(2);
        assertThat(err.toString())
                .contains("import needs a FILE")
                .contains("gaps needs --instrument")
                .contains("expected one of list, import, gaps, export, got: forget");
    }

    @Test
    void saysThatTheServiceIsDown() {
        server.removeContext("/api/candles");
        server.createContext("/api/candles", HttpExchange::close);
        assertThat(run("list")).isEqualTo(1);
        assertThat(err.toString())
                .contains("capstan: no answer from http://127.0.0.1:")
                .contains("./capstan status");
    }

    private Path packed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(ROWS.getBytes(StandardCharsets.UTF_8));
        }
        return Files.write(folder.resolve("packed.gz"), bytes.toByteArray());
    }

    private int run(String... arguments) {
        CommandLine command = Capstan.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        List<String> words = new ArrayList<>(List.of("candles"));
        words.addAll(List.of(arguments));
        words.addAll(List.of("--data", folder.toString()));
        return command.execute(words.toArray(String[]::new));
    }
}
