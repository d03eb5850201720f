package dev.capstan.bench.backtest;

import dev.capstan.bench.figures.Percentiles;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Bars per second of each subject, and ours over theirs.
 *
 * @param overTheApi how long a backtest took from the POST to the answer that it is completed; null when that was not measured
 */
public record BacktestReport(
        BenchCase wanted,
        List<Round> rounds,
        int trades,
        String fingerprint,
        @Nullable Percentiles overTheApi) {

    BacktestReport with(Percentiles api) {
        return new BacktestReport(wanted, rounds, trades, fingerprint, api);
    }

    /** For {@code --json}. */
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("bars", wanted.bars());
        document.put("seed", wanted.seed());
        document.put("trades", trades);
        document.put("fingerprint", fingerprint);
        document.put("command", command());
        List<Map<String, Object>> rows = new ArrayList<>(rows(Subject.TRADES));
        if (overTheApi != null) {
            rows.add(row(overTheApi));
        }
        document.put("rows", rows);
        document.put("withFigures", rows(Subject.FIGURES));
        return document;
    }

    private List<Map<String, Object>> rows(String work) {
        return subjects(work).stream().map(subject -> row(work, subject)).toList();
    }

    /** For people. */
    public void print(PrintWriter out) {
        works().forEach(work -> print(work, out));
        out.printf(
                "%,d bars, %,d trades each; ours is %.1f times ta4j and %.2f times the bare loop, and with figures %.1f times ta4j"
                        + " (medians of %d rounds).%n",
                wanted.bars(),
                trades,
                ratioTo(Ta4jSubject.NAME, Subject.TRADES),
                ratioTo(BareSubject.NAME, Subject.TRADES),
                ratioTo(Ta4jSubject.NAME, Subject.FIGURES),
                wanted.rounds());
        if (overTheApi != null) {
            out.printf(
                    "Over the API, %,d candles, POST to COMPLETED as seen by GET: p50 %.0f ms, p95 %.0f ms, p99 %.0f ms of %d runs.%n",
                    wanted.api().candles(), overTheApi.p50(), overTheApi.p95(), overTheApi.p99(), overTheApi.count());
        }
        out.println("Fingerprint " + fingerprint + ", as of");
        out.println("  " + command());
    }

    private void print(String work, PrintWriter out) {
        out.printf("%-24s %16s %16s %16s%n", work, "bars/s (median)", "slowest", "fastest");
        for (String subject : subjects(work)) {
            double[] sorted = sorted(work, subject);
            out.printf(
                    "  %-22s %,16.0f %,16.0f %,16.0f%n", subject, median(sorted), sorted[0], sorted[sorted.length - 1]);
        }
    }

    private Map<String, Object> row(Percentiles api) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", "POST to COMPLETED");
        row.put("subject", EngineSubject.NAME);
        row.put("candles", wanted.api().candles());
        row.put("runs", api.count());
        row.put("p50Ms", api.p50());
        row.put("p95Ms", api.p95());
        row.put("p99Ms", api.p99());
        return row;
    }

    private Map<String, Object> row(String work, String subject) {
        double[] sorted = sorted(work, subject);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", work);
        row.put("subject", subject);
        row.put("barsPerSecond", Math.round(median(sorted)));
        row.put("barsPerSecondSpread", List.of(Math.round(sorted[0]), Math.round(sorted[sorted.length - 1])));
        row.put("rounds", sorted.length);
        if (subject.equals(EngineSubject.NAME)) {
            row.put("ratioToTa4j", ratioTo(Ta4jSubject.NAME, work));
            if (subjects(work).contains(BareSubject.NAME)) {
                row.put("ratioToBareLoop", ratioTo(BareSubject.NAME, work));
            }
        }
        return row;
    }

    private String command() {
        return "./capstan backtest --random-walk " + wanted.seed() + ":" + wanted.bars() + " "
                + EngineSubject.OPTIONS.formatted(wanted.fast(), wanted.slow());
    }

    private List<String> works() {
        return rounds.stream().map(Round::work).distinct().toList();
    }

    private List<String> subjects(String work) {
        return rounds.stream()
                .filter(round -> round.work().equals(work))
                .map(Round::subject)
                .distinct()
                .toList();
    }

    private double ratioTo(String subject, String work) {
        return Math.round(100 * median(sorted(work, EngineSubject.NAME)) / median(sorted(work, subject))) / 100.0;
    }

    private double[] sorted(String work, String subject) {
        return rounds.stream()
                .filter(round -> round.work().equals(work) && round.subject().equals(subject))
                .mapToDouble(Round::barsPerSecond)
                .sorted()
                .toArray();
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[middle]
                : Arrays.stream(sorted, middle - 1, middle + 1).average().orElse(0);
    }
}
