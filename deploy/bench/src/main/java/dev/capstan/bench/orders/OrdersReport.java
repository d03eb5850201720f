package dev.capstan.bench.orders;

import dev.capstan.bench.figures.Percentiles;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a run found.
 *
 * @param bare the faster of the two runs of the bare pipeline
 * @param sustainedPerSecond the highest rate that held for 30 s without an error; 0 when not even the measured one did
 * @param hold how long execution-service held the row of an order stream, upper bounds of histogram buckets in ms
 * @param cpuMillisPerOrder processor time by process
 * @param peakMemory bytes of all processes of the stack, PSS
 */
public record OrdersReport(
        double perSecond,
        Outcome outcome,
        Bare bare,
        double sustainedPerSecond,
        Hold hold,
        Map<String, Double> cpuMillisPerOrder,
        long peakMemory) {

    private static final long MEGABYTE = 1024 * 1024;

    /** Percentiles in ms. */
    record Hold(double p50, double p95, double p99) {}

    /**
     * The bare pipeline.
     *
     * @param cpuMillis processor time per event of all that it needs: PostgreSQL, Kafka and the bench, with what these do for the idle stack
     */
    record Bare(Percentiles latency, double cpuMillis) {

        @Override
        public String toString() {
            return "bare pipeline: p50 %.1f ms, p99 %.1f ms, processor time %.1f ms per event"
                    .formatted(latency.p50(), latency.p99(), cpuMillis);
        }
    }

    public boolean isClean() {
        return outcome.errorCount() == 0;
    }

    /** As a script wants it. */
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("profile", Profile.NAME);
        document.put("perSecond", perSecond);
        document.put("orders", outcome.orders());
        document.put("acceptMs", points(outcome.accept()));
        document.put("positionMs", points(outcome.position()));
        document.put("totalMs", points(outcome.total()));
        document.put("barePositionMs", points(bare.latency()));
        document.put("bareCpuMs", bare.cpuMillis());
        document.put("sustainedPerSecond", sustainedPerSecond);
        document.put("errors", outcome.errorCount());
        document.put("errorKinds", outcome.errors());
        document.put("streamHoldMs", Map.of("p50", hold.p50(), "p95", hold.p95(), "p99", hold.p99()));
        document.put("cpuMsPerOrder", cpuMillisPerOrder);
        document.put("peakMemoryMb", peakMemory / MEGABYTE);
        return document;
    }

    private static Map<String, Double> points(Percentiles percentiles) {
        Map<String, Double> points = new LinkedHashMap<>();
        points.put("p50", percentiles.p50());
        points.put("p95", percentiles.p95());
        points.put("p99", percentiles.p99());
        return points;
    }

    /** As people read it. */
    public void print(PrintWriter out) {
        out.printf("%nprofile %s, %.0f orders/s, %d orders%n%n", Profile.NAME, perSecond, outcome.orders());
        out.printf("%-44s %9s %9s %9s%n", "ms", "p50", "p95", "p99");
        line(out, "accept: due -> answer", outcome.accept());
        line(out, "position: answer -> position seen", outcome.position());
        line(out, "total: due -> position seen", outcome.total());
        line(out, "bare pipeline of two hops", bare.latency());
        out.printf("%-44s %9.2f %9.2f %9.2f%n", "stream row held (at most)", hold.p50(), hold.p95(), hold.p99());
        out.printf(
                "%-44s %9.1f %9.1f %9.1f%n",
                "position / bare pipeline, times",
                ratio(outcome.position().p50(), bare.latency().p50()),
                ratio(outcome.position().p95(), bare.latency().p95()),
                ratio(outcome.position().p99(), bare.latency().p99()));
        out.printf("%nprocessor time, ms per order%n");
        cpuMillisPerOrder.forEach((name, millis) -> out.printf("  %-42s %9.2f%n", name, millis));
        out.printf(
                "  %-42s %9.2f%n",
                "together",
                cpuMillisPerOrder.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum());
        out.printf("  %-42s %9.2f%n", "the bare pipeline, per event", bare.cpuMillis());
        out.printf("%nhighest rate held for 30 s: %.0f orders/s%n", sustainedPerSecond);
        out.printf("memory of all processes, peak: %d MB%n", peakMemory / MEGABYTE);
        out.printf("errors: %d%n", outcome.errorCount());
        outcome.errors().forEach((kind, times) -> out.printf("  %6d  %s%n", times, kind));
    }

    private static void line(PrintWriter out, String what, Percentiles figures) {
        out.printf("%-44s %9.2f %9.2f %9.2f%n", what, figures.p50(), figures.p95(), figures.p99());
    }

    private static double ratio(double ours, double bare) {
        return bare == 0 ? 0 : ours / bare;
    }
}
