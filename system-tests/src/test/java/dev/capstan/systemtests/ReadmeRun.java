package dev.capstan.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.systemtests.dsl.Candles;
import dev.capstan.systemtests.dsl.HowTo;
import dev.capstan.systemtests.dsl.Readme;
import dev.capstan.systemtests.dsl.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The README as its reader would run it: {@code ./capstan up}, then the calls as they stand there, pasted into a shell; and after them those
 * of the pages about backtests and live runs. Only addresses and the data folder are others, so that it may run beside a stack that is in use. With real
 * candles at hand the market is their replay.
 */
class ReadmeRun {

    private static final Path FOLDER = Path.of("target", "readme-stack").toAbsolutePath();
    private static final String DATA = " --data " + FOLDER;
    /** One minute, and another three minutes later: between them two are missing. */
    private static final String ROW = "1514764800000,100,101,99,100,5,1514764859999,500,3,1,100,0\n";

    private static final String ROW_AFTER_GAP = "1514764980000,100,101,99,100,5,1514765039999,500,3,1,100,0\n";
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration A_CANDLE = Duration.ofSeconds(90);

    private final Optional<Candles> candles = Candles.real("BINANCE_BTCUSDT_1m_2022-11-08_09.csv.gz");
    private final Shell shell = Shell.withFreePorts();

    @AfterEach
    void down() {
        shell.run("./capstan down" + DATA, SOON);
    }

    @Test
    void itsCallsPlaceAnOrderThatFills() {
        String replay = candles.map(file -> " --replay BTCUSDT.BINANCE=" + file.path() + " --speed 60")
                .orElse("");
        forgetEarlierRuns();
        String welcome = shell.run("./capstan up --detach --no-aot" + DATA + replay, START);
        assertThat(welcome).contains("Capstan is ready.", "Idempotency-Key");
        Readme.Calls calls = Readme.calls(shell.gateway(), DATA);

        JsonNode placed = json(calls.logIn() + calls.order());
        assertThat(placed.path("orderId").asString()).as("%s", placed).isNotEmpty();
        JsonNode again = json(calls.logIn() + calls.order());
        assertThat(again).isEqualTo(placed);

        JsonNode position = await("the position")
                .atMost(SOON)
                .until(
                        () -> json(calls.logIn() + calls.positions())
                                .path("items")
                                .path(0),
                        one -> !one.isMissingNode());
        assertThat(position.path("instrumentId").asString()).isEqualTo("BTCUSDT.BINANCE");
        assertThat(position.path("side").asString()).isEqualTo("LONG");
        assertThat(position.path("quantity").asString()).startsWith("0.0099");
        assertThat(position.has("unrealizedPnl")).isTrue();
        candles.ifPresent(
                file -> assertThat(new BigDecimal(position.path("averagePrice").asString()))
                        .as("a price of the replayed day")
                        .isBetween(file.lowest(), file.highest()));
        aFileOfCandlesGoesInOnceAndComesOutWhole();
        aCorruptFileLeavesNothing();
        aBacktestOfThatFile();
        aStrategyThatRunsLive();
    }

    /** Their market may have been another one. */
    private void forgetEarlierRuns() {
        if (Files.exists(FOLDER)) {
            shell.run("./capstan down" + DATA + "; ./capstan reset --yes" + DATA, SOON);
        }
    }

    private void aFileOfCandlesGoesInOnceAndComesOutWhole() {
        Optional<Candles> year = Candles.real("BITFINEX_BTCUSD_1m_2018.csv.gz");
        Path file = year.map(Candles::path).orElseGet(() -> written("small.csv", ROW + ROW_AFTER_GAP));
        String series = " --instrument BTCUSD.BITFINEX --timeframe 1m" + DATA;

        JsonNode first = json("./capstan candles import " + file + series + " --json");
        int rows = first.path("rowsRead").asInt();
        assertThat(first.path("inserted").asInt()).as("%s", first).isPositive().isEqualTo(rows);
        year.ifPresent(_ -> {
            assertThat(first.path("gaps").asInt()).isEqualTo(3_992);
            assertThat(first.path("missing").asInt()).isEqualTo(5_101);
        });
        JsonNode again = json("./capstan candles import " + file + series + " --json");
        assertThat(again.path("inserted").asInt()).isZero();
        assertThat(again.path("unchanged").asInt()).isEqualTo(rows);

        JsonNode gaps = json("./capstan candles gaps" + series + " --json").path("items");
        assertThat(gaps.size()).isPositive().isEqualTo(first.path("gaps").asInt());
        Path out = written("export.csv", "");
        shell.run("./capstan candles export " + out + series, SOON);
        assertThat(shell.run("wc -l < " + out, SOON).strip()).isEqualTo(String.valueOf(rows + 1));
    }

    private void aCorruptFileLeavesNothing() {
        Path file = written("corrupt.csv", ROW + ROW_AFTER_GAP.replace("101", "many"));
        String said = shell.run(
                "./capstan candles import " + file + " --instrument BAD.BITFINEX --timeframe 1m" + DATA + " || true",
                SOON);
        assertThat(said).contains("line 2");
        assertThat(shell.run("./capstan candles list" + DATA, SOON)).doesNotContain("BAD.BITFINEX");
    }

    private void aBacktestOfThatFile() {
        shell.run(
                "mkdir -p target; cd target\n"
                        + howTo("backtest-over-the-api.md").replace("./capstan", "../capstan"),
                SOON);
        JsonNode evidence = json("cat target/evidence.json");
        assertThat(evidence.path("fingerprint").asString()).startsWith("sha256:");
        candles.ifPresent(_ -> assertThat(evidence.path("fills").size()).isPositive());
    }

    private void aStrategyThatRunsLive() {
        await("a candle to start behind")
                .atMost(A_CANDLE)
                .until(() -> shell.run("./capstan candles list" + DATA, SOON).contains("BTCUSDT.BINANCE"));
        String said = shell.run(howTo("run-a-strategy-live.md"), SOON);
        assertThat(said).contains("\"status\":\"RUNNING\"", "\"readings\":{", "\"endReason\":\"STOPPED\"");
    }

    private String howTo(String page) {
        return HowTo.script(page, shell.gateway(), DATA);
    }

    private static Path written(String name, String text) {
        try {
            return Files.writeString(
                    Files.createDirectories(Path.of("target")).resolve(name).toAbsolutePath(), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private JsonNode json(String commands) {
        String out = shell.run(commands, SOON);
        return JsonMapper.shared().readTree(out.substring(Math.max(0, out.indexOf('{'))));
    }
}
