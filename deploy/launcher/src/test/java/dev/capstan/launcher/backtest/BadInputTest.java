package dev.capstan.launcher.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is typed wrong gets one line that names it, and exit code 2. */
class BadInputTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--strategy nonsense | --strategy: expected one of sma-cross, rsi, got: nonsense",
                "'' | --strategy: expected one of sma-cross, rsi",
                "--strategy sma-cross --param fast=0 | --param fast: expected a whole number from 1 to 500, got: 0",
                "--strategy sma-cross --param fast=abc | --param fast: expected a whole number from 1 to 500, got: abc",
                "--strategy sma-cross --param fast=21 --param slow=9 | --param fast: expected less than slow",
                "--strategy sma-cross --param wings=2 | --param wings: no parameter of sma-cross, which has: fast, slow",
                "--strategy sma-cross --capital 0 | --capital: expected a decimal above zero, got: 0",
                "--strategy sma-cross --capital -5 | --capital: expected a decimal from 0 to 92233720368 with at most 8",
                "--strategy sma-cross --capital 1e5 | --capital: expected a decimal",
                "--strategy sma-cross --capital 0.123456789 | --capital: expected a decimal",
                "--strategy sma-cross --risk 0 | --risk: expected percent above 0, at most 100",
                "--strategy sma-cross --risk 101 | --risk: expected percent above 0, at most 100",
                "--strategy sma-cross --risk 0.00001 | --risk: expected percent above 0, at most 100, with at most 4",
                "--strategy sma-cross --commission 100 | --commission: expected percent from 0, below 100",
                "--strategy sma-cross --slippage-ticks 1.5 | --slippage-ticks: expected a whole number from 0",
                "--strategy sma-cross --slippage-ticks 1000000 --tick 100000 | --slippage-ticks: expected fewer ticks",
                "--strategy sma-cross --volume-share 0 | --volume-share: expected a whole number from 1 to 100, got: 0",
                "--strategy sma-cross --tick 0 | --tick: expected a decimal above zero, got: 0",
                "--strategy sma-cross --lot x | --lot: expected a decimal from 0",
                "--strategy sma-cross --min-notional x | --min-notional: expected a decimal from 0",
                "--strategy sma-cross --max-exposure 0 | --max-exposure: expected a decimal above zero, got: 0",
                "--strategy sma-cross --gaps perhaps | --gaps: expected refuse or skip, got: perhaps",
                "--strategy sma-cross --from yesterday | --from: expected a time like 2018-03-01T00:00:00Z or a date",
                "--strategy sma-cross --to 2018-02-30 | --to: expected a time like",
                "--strategy sma-cross --from 2030-01-01 | --from: expected a stretch with candles; random-walk:7:100 has",
                "--strategy sma-cross --to 2000-01-01 | --to: expected a stretch with candles",
                "--strategy sma-cross --csv | --csv: expected --indicator beside it",
                "--indicator wma:3 | --indicator: expected one of sma:N, ema:N",
                "--indicator rsi:0 | --indicator: expected one of",
                "--indicator rsi:14 --strategy rsi | --indicator: expected no --strategy",
                "--strategy sma-cross --param fast | --param",
                "--strategy | --strategy",
                "--speed 5 | --speed"
            })
    void isNamed(String options, String message) {
        String[] words = ("--random-walk 7:100 " + options).strip().split(" ");
        BacktestRun run = BacktestRun.of(folder, words);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("capstan: ").contains(message).hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "42 | expected SEED:BARS",
                "42:0 | expected a whole number from 1 to 10000000, got: 0",
                "42:99999999 | expected a whole number from 1 to 10000000",
                "x:1 | expected SEED:BARS"
            })
    void aWalkNeedsASeedAndALength(String walk, String message) {
        assertRefused("--random-walk: " + message, "--random-walk", walk, "--strategy", "rsi");
    }

    @Test
    void theCandlesAreMissing() {
        assertRefused("--candles: expected a kline file; or --random-walk", "--strategy", "rsi");
        Path none = folder.resolve("none.csv");
        assertRefused("--candles: there is no file " + none, "--strategy", "rsi", "--candles", none.toString());
        assertRefused("--candles: there is no file " + folder, "--strategy", "rsi", "--candles", folder.toString());
    }

    @Test
    void theFileAndItsLineAreNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.csv"), KlineText.of(7, 10) + "1,2,3\n");
        assertRefused(
                "--candles: " + file + ", line 11: expected 12 columns, got 3",
                "--candles",
                file.toString(),
                "--strategy",
                "rsi");
        Files.writeString(file, "");
        assertRefused(
                "--candles: " + file + ": expected at least one candle",
                "--candles",
                file.toString(),
                "--strategy",
                "rsi");
        assertRefused(
                "--random-walk: expected no --candles beside it",
                "--candles",
                file.toString(),
                "--random-walk",
                "7:5",
                "--strategy",
                "rsi");
    }

    @Test
    void numbersThatGrowTooLargeEndTheRunWithALine() {
        assertRefused(
                "the run left the range of its numbers, which is 92 billion",
                "--random-walk 1:20000 --strategy sma-cross --capital 92233720368.54 --commission 0".split(" "));
    }

    private void assertRefused(String message, String... options) {
        BacktestRun run = BacktestRun.of(folder, options);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(message).doesNotContain("Exception").doesNotContain("\tat ");
    }
}
