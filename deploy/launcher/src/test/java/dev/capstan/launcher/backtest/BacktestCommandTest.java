package dev.capstan.launcher.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.candle.RandomWalk;
import dev.capstan.trading.engine.Backtest;
import dev.capstan.trading.engine.BacktestProgress;
import dev.capstan.trading.engine.BacktestResult;
import dev.capstan.trading.engine.BacktestSettings;
import dev.capstan.trading.fill.CommissionRate;
import dev.capstan.trading.fill.FillRules;
import dev.capstan.trading.fixed.Decimal8;
import dev.capstan.trading.run.InstrumentRules;
import dev.capstan.trading.run.RunSettings;
import dev.capstan.trading.strategy.ParameterCheck;
import dev.capstan.trading.strategy.StrategyKind;
import dev.capstan.trading.strategy.builtin.BuiltInStrategies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class BacktestCommandTest {

    private static final int CANDLES = 3_000;

    @TempDir
    private Path folder;

    @Test
    void aFileAndTheWalkItWasMadeOfGiveOneFingerprint() throws IOException {
        Path file = Files.writeString(folder.resolve("walk.csv"), KlineText.of(7, CANDLES));
        JsonNode ofFile = run("--candles", file.toString(), "--strategy", "sma-cross", "--json")
                .json();
        JsonNode ofWalk = run("--random-walk", "7:" + CANDLES, "--strategy", "sma-cross", "--json")
                .json();
        assertThat(ofFile.path("metrics").path("roundTrips").asInt()).isGreaterThan(10);
        assertThat(ofFile.path("fingerprint")).isEqualTo(ofWalk.path("fingerprint"));
        assertThat(ofFile.path("candles").path("hash"))
                .isEqualTo(ofWalk.path("candles").path("hash"));
        assertThat(ofFile.path("candles").path("source").asString()).isEqualTo("walk.csv");
    }

    @Test
    void theFingerprintIsThatOfTheEngine() {
        long tick = Decimal8.parse("0.5");
        long lot = Decimal8.parse("0.01");
        CandleColumns candles = RandomWalk.candles(3, CANDLES);
        StrategyKind kind = BuiltInStrategies.kinds().find("sma-cross").orElseThrow();
        ParameterCheck check = kind.check(Map.of("fast", "5", "slow", "12"));
        BacktestResult expected = Backtest.run(
                candles,
                kind.create(((ParameterCheck.Accepted) check).parameters()),
                new BacktestSettings(
                        new RunSettings(
                                new InstrumentRules(tick, lot, lot, Long.MAX_VALUE, Decimal8.parse("10")),
                                Decimal8.parse("2500.5"),
                                25_000),
                        new CommissionRate(750),
                        new FillRules(2 * tick, 50),
                        null),
                BacktestProgress.NONE);
        JsonNode json =
                run(("--random-walk 3:3000 --strategy sma-cross --param fast=5 --param slow=12 --tick 0.5 --lot 0.01"
                                        + " --min-notional 10 --capital 2500.5 --risk 2.5 --commission 0.075"
                                        + " --slippage-ticks 2 --volume-share 50 --json")
                                .split(" "))
                        .json();
        assertThat(expected.fills()).isNotEmpty();
        assertThat(json.path("fingerprint").asString()).isEqualTo(expected.fingerprint());
        assertThat(json.path("fills")).hasSize(expected.fills().size());
        assertThat(json.path("settings").path("riskPercent").asString()).isEqualTo("2.5");
        assertThat(json.path("settings").path("slippage").asString()).isEqualTo("1");
    }

    @Test
    void entriesBeyondTheLimitAreDeniedAsTheyAreLive() {
        String limited = "--random-walk 7:3000 --strategy sma-cross --max-exposure 4000";
        JsonNode json = run((limited + " --json").split(" ")).json();
        assertThat(json.path("settings").path("maxExposure").asString()).isEqualTo("4000");
        assertThat(json.path("fills")).isEmpty();
        assertThat(json.path("orders"))
                .isNotEmpty()
                .allSatisfy(
                        order -> assertThat(order.path("denial").asString()).isEqualTo("LIMIT_INSTRUMENT_EXPOSURE"));
        assertThat(run(limited.split(" ")).out())
                .contains("a position worth at most 4,000.00; "
                        + json.path("orders").size() + " entries denied");
    }

    @Test
    void evidenceHasDecimalsAsTextAndInstantsWithMicroseconds() {
        JsonNode json =
                run("--random-walk", "7:3000", "--strategy", "rsi", "--json").json();
        assertThat(json.propertyNames())
                .contains("fingerprint", "strategy", "settings", "candles", "metrics", "orders", "fills", "roundTrips");
        JsonNode fill = json.path("fills").path(0);
        assertThat(fill.path("price").isString()).isTrue();
        assertThat(fill.path("price").asString()).matches("[0-9]+(\\.[0-9]*[1-9])?");
        assertThat(fill.path("occurredAt").asString()).matches("2024-01-0\\dT\\d\\d:\\d\\d:00\\.000000Z");
        assertThat(json.path("strategy").path("parameters").path("period").asString())
                .isEqualTo("14");
        assertThat(json.path("instrument").path("instrumentId").isNull()).isTrue();
    }

    @Test
    void theTableSaysWhatWentInAndWhatCameOut() {
        BacktestRun run = run("--random-walk", "7:3000", "--strategy", "sma-cross");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("sma-cross fast=9 slow=21 stopLossPercent=2 takeProfitPercent=0")
                .contains("3,000 of 1m from random-walk:7:3000, no gaps")
                .contains("tick 0.01, lot 0.001 (the finest in the candles)")
                .contains(
                        "round trips",
                        "win rate",
                        "max drawdown",
                        "profit factor",
                        "fingerprint    sha256:",
                        "a second");
    }

    @Test
    void gapsAreRefusedUntilSomebodySaysSkip() throws IOException {
        Path file = Files.writeString(folder.resolve("gaps.csv"), KlineText.of(7, CANDLES, 100, 101, 2_000));
        BacktestRun refused = run("--candles", file.toString(), "--strategy", "sma-cross");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .contains("gaps.csv has 2 gaps, 3 candles missing, the first gap from 2024-01-01T01:40:00Z to"
                        + " 2024-01-01T01:41:00Z; say --gaps skip");
        BacktestRun skipped = run("--candles", file.toString(), "--strategy", "sma-cross", "--gaps", "skip");
        assertThat(skipped.exitCode()).isZero();
        assertThat(skipped.out()).contains("2 gaps (3 candles missing) passed over");
        BacktestRun between = run(
                ("--candles " + file + " --strategy sma-cross --from 2024-01-01T02:00:00Z --to 2024-01-02").split(" "));
        assertThat(between.exitCode()).isZero();
        assertThat(between.out()).contains("2024-01-01T02:00:00Z to 2024-01-01T23:59:00Z", "1,320 of 1m", "no gaps");
    }

    @Test
    void anIndicatorIsPrintedFromItsFirstCandleOn() {
        BacktestRun run = run("--random-walk", "7:50", "--indicator", "sma:3", "--csv");
        assertThat(run.exitCode()).isZero();
        String[] lines = run.out().split(System.lineSeparator());
        assertThat(lines).hasSize(51).startsWith("open_time,value", "1704067200000,", "1704067260000,");
        CandleColumns candles = RandomWalk.candles(7, 50);
        double mean = (candles.close(0) + candles.close(1) + candles.close(2)) / 3e8;
        assertThat(Double.parseDouble(lines[3].split(",")[1])).isEqualTo(mean);
        assertThat(Stream.of(lines).skip(3)).allMatch(line -> line.matches("[0-9]+,[0-9.]+"));
    }

    private BacktestRun run(String... options) {
        return BacktestRun.of(folder, options);
    }
}
