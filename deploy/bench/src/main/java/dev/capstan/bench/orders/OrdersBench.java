package dev.capstan.bench.orders;

import dev.capstan.bench.figures.CpuTime;
import dev.capstan.bench.figures.Percentiles;
import dev.capstan.bench.orders.OrderLoad.Placed;
import dev.capstan.bench.orders.OrdersReport.Hold;
import dev.capstan.bench.pipeline.BarePipeline;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The course of a run: bare pipeline, warm-up, the measured rate, the search for the highest one, bare pipeline again. */
public final class OrdersBench {

    private static final String HOLD_TIME = "order_stream_hold_seconds";
    private static final Duration BARE_LENGTH = Duration.ofSeconds(15);

    /** What a rate may at most be: the search ends there. */
    private static final double HIGHEST = 2_000;

    private final OrdersSettings settings;
    private final Consumer<String> progress;

    public OrdersBench(OrdersSettings settings, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
    }

    public OrdersReport run() throws Exception {
        progress.accept("starting a stack of its own");
        try (BenchStack stack = BenchStack.start(settings, progress);
                PositionWatch watch = new PositionWatch(stack.bootstrapServers());
                PeakMemory memory = new PeakMemory(stack)) {
            OrderLoad load = new OrderLoad(stack.gateway(), stack.token(), stack.openAccount());
            warmUp(load, watch);
            Percentiles before = bare(stack);
            Measured measured = measure(stack, load, watch);
            double sustained = measured.outcome().errorCount() == 0 ? sustained(load, watch) : 0;
            settle();
            Percentiles after = bare(stack);
            return new OrdersReport(
                    settings.perSecond(),
                    measured.outcome(),
                    before.p50() <= after.p50() ? before : after,
                    sustained,
                    measured.hold(),
                    measured.cpuMillisPerOrder(),
                    memory.peak());
        }
    }

    /** The compilers get the run's own load; a first, slower part lets caches and pools fill. */
    private void warmUp(OrderLoad load, PositionWatch watch) throws InterruptedException {
        progress.accept("warming up for " + settings.warmUp().toSeconds() + " s");
        drained(load.run(settings.perSecond() / 4, settings.warmUp().dividedBy(4)), watch);
        drained(load.run(settings.perSecond(), settings.warmUp().multipliedBy(3).dividedBy(4)), watch);
        settle();
    }

    private Percentiles bare(BenchStack stack) throws Exception {
        progress.accept("bare pipeline at the same rate for " + BARE_LENGTH.toSeconds() + " s");
        BarePipeline pipeline = new BarePipeline(stack.pipeline());
        pipeline.measure(settings.perSecond(), Duration.ofSeconds(5));
        return pipeline.measure(settings.perSecond(), BARE_LENGTH);
    }

    private record Measured(Outcome outcome, Hold hold, Map<String, Double> cpuMillisPerOrder) {}

    private Measured measure(BenchStack stack, OrderLoad load, PositionWatch watch) throws InterruptedException {
        progress.accept("%.0f orders/s for %d s"
                .formatted(settings.perSecond(), settings.length().toSeconds()));
        SortedMap<Double, Double> holdBefore = Metrics.buckets(stack.executionMetrics(), HOLD_TIME);
        Map<String, Long> pids = stack.pids();
        pids.put("bench itself", ProcessHandle.current().pid());
        Map<String, Long> cpuBefore = CpuTime.millis(pids);
        Outcome outcome = drained(load.run(settings.perSecond(), settings.length()), watch);
        Map<String, Long> cpuAfter = CpuTime.millis(pids);
        SortedMap<Double, Double> holdAfter = Metrics.buckets(stack.executionMetrics(), HOLD_TIME);
        Map<String, Double> cpu = new LinkedHashMap<>();
        cpuAfter.forEach((name, millis) -> cpu.put(
                name,
                Math.round(100.0 * (millis - cpuBefore.getOrDefault(name, millis)) / Math.max(1, outcome.orders()))
                        / 100.0));
        return new Measured(
                outcome,
                new Hold(
                        Metrics.percentile(holdBefore, holdAfter, 0.5),
                        Metrics.percentile(holdBefore, holdAfter, 0.95),
                        Metrics.percentile(holdBefore, holdAfter, 0.99)),
                cpu);
    }

    /** Goes up from the measured rate until a rate does not hold for 30 s. */
    private double sustained(OrderLoad load, PositionWatch watch) throws InterruptedException {
        double held = settings.perSecond();
        if (settings.stepPerSecond() <= 0) {
            return held;
        }
        for (double rate = held + settings.stepPerSecond(); rate <= HIGHEST; rate += settings.stepPerSecond()) {
            settle();
            Outcome outcome = drained(load.run(rate, OrdersSettings.SUSTAINED), watch);
            progress.accept("%.0f orders/s for 30 s: %d errors, p99 %.0f ms"
                    .formatted(rate, outcome.errorCount(), outcome.total().p99()));
            if (outcome.errorCount() > 0) {
                break;
            }
            held = rate;
        }
        return held;
    }

    /** Waits until every order has its position, ten seconds at most, and sums up. */
    private static Outcome drained(Collection<Placed> placed, PositionWatch watch) throws InterruptedException {
        long end = System.nanoTime() + OrdersSettings.POSITION_LIMIT.toNanos();
        while (System.nanoTime() < end
                && placed.stream()
                        .anyMatch(order -> order.isAccepted()
                                && watch.positionSeen(order.orderId()).isEmpty())) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return Outcome.of(placed, watch);
    }

    /** What the last run left to do shall not count in the next. */
    private static void settle() throws InterruptedException {
        TimeUnit.SECONDS.sleep(3);
    }
}
