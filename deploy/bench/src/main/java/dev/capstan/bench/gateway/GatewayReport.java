package dev.capstan.bench.gateway;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Medians of the rounds, side by side, and what open connections saw of ours. */
public record GatewayReport(Map<String, List<Round>> rounds, OpenFigures open) {

    static final String CAPSTAN = "capstan";
    static final String BARE = "bare-gateway";

    /** Whether every answer was good. */
    public boolean isClean() {
        return rounds.values().stream().flatMap(List::stream).allMatch(round -> round.errors() == 0)
                && open.errors() == 0;
    }

    /** For {@code --json}. */
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("rows", rounds.keySet().stream().map(this::row).toList());
        document.put("cpuRatioToBare", ratio());
        document.put(
                "openConnections",
                Map.of(
                        "connections", open.connections(),
                        "reads", open.latency().count(),
                        "p50Ms", open.latency().p50(),
                        "p95Ms", open.latency().p95(),
                        "p99Ms", open.latency().p99(),
                        "errors", open.errors()));
        return document;
    }

    /** For people. */
    public void print(PrintWriter out) {
        out.printf(
                "%-14s %12s %9s %9s %16s %8s%n",
                "subject", "requests/s", "p50 ms", "p99 ms", "CPU us/request", "errors");
        for (Map.Entry<String, List<Round>> side : rounds.entrySet()) {
            List<Round> all = side.getValue();
            out.printf(
                    "%-14s %12.0f %9.2f %9.2f %16.0f %8d%n",
                    side.getKey(),
                    median(all, Round::requestsPerSecond),
                    median(all, round -> round.latency().p50()),
                    median(all, round -> round.latency().p99()),
                    median(all, Round::cpuMicrosPerRequest),
                    errors(all));
        }
        out.printf("Processor time per request: %.2f times that of the bare gateway (medians).%n", ratio());
        if (open.connections() > 0) {
            out.println("Open connections, each one read a second, through capstan: " + open + ".");
        }
    }

    private Map<String, Object> row(String subject) {
        List<Round> all = rounds.getOrDefault(subject, List.of());
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", "authenticated GET");
        row.put("subject", subject);
        row.put("requestsPerSecond", rounded(median(all, Round::requestsPerSecond)));
        row.put("p50Ms", median(all, round -> round.latency().p50()));
        row.put("p99Ms", median(all, round -> round.latency().p99()));
        row.put("cpuMicrosPerRequest", rounded(median(all, Round::cpuMicrosPerRequest)));
        row.put(
                "cpuMicrosSpread",
                List.of(
                        rounded(all.stream()
                                .mapToDouble(Round::cpuMicrosPerRequest)
                                .min()
                                .orElse(0)),
                        rounded(all.stream()
                                .mapToDouble(Round::cpuMicrosPerRequest)
                                .max()
                                .orElse(0))));
        row.put("rounds", all.size());
        row.put("errors", errors(all));
        return row;
    }

    private double ratio() {
        double bare = median(rounds.getOrDefault(BARE, List.of()), Round::cpuMicrosPerRequest);
        double ours = median(rounds.getOrDefault(CAPSTAN, List.of()), Round::cpuMicrosPerRequest);
        return bare == 0 ? 0 : Math.round(100 * ours / bare) / 100.0;
    }

    private static int errors(List<Round> all) {
        return all.stream().mapToInt(Round::errors).sum();
    }

    private static double rounded(double value) {
        return Math.round(10 * value) / 10.0;
    }

    private static double median(List<Round> all, ToDoubleFunction<Round> figure) {
        double[] sorted = all.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return 0;
        }
        return sorted.length % 2 == 1
                ? sorted[middle]
                : Arrays.stream(sorted, middle - 1, middle + 1).average().orElse(0);
    }
}
