package dev.capstan.bench.orders;

import dev.capstan.bench.figures.CpuTime;
import dev.capstan.bench.figures.Percentiles;
import dev.capstan.bench.orders.OrderLoad.Placed;
import dev.capstan.bench.orders.OrdersReport.Bare;
import dev.capstan.bench.orders.OrdersReport.Hold;
import dev.capstan.bench.pipeline.BarePipeline;
import dev.capstan.bench.stack.BenchStack;
import dev.capstan.bench.stack.FreshToken;
import dev.capstan.bench.stack.PeakMemory;
import dev.capstan.launcher.seed.DemoUser;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The course of a run: bare pipeline, warm-up, the measured rate, the search for the highest one, bare pipeline again. */
public final class OrdersBench {

    private static final String HOLD_TIME = "order_stream_hold_seconds";
    private static final String BENCH = "bench itself";
    private static final Set<String> BARE_PROCESSES = Set.of("postgres", "kafka", BENCH);
    private static final Duration BARE_LENGTH = Duration.ofSeconds(15);

    private static final List<Double> WARM_UP_STEPS = List.of(0.1, 0.2, 0.5, 1.0, 1.0);

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
        try (BenchStack stack = BenchStack.start(
                        settings.repository(), settings.data(), settings.keep(), Profile::applyTo, progress);
                PositionWatch watch = new PositionWatch(stack.bootstrapServers());
                PeakMemory memory = new PeakMemory(stack)) {
            OrderLoad load = new OrderLoad(
                    stack.gateway(), new FreshToken(() -> stack.token(DemoUser.TRADER)), BenchAccount.open(stack));
            warmUp(stack, load, watch);
            Bare before = bare(stack);
            Measured measured = measure(stack, load, watch, settings.perSecond(), settings.length());
            progress.accept("measured: " + measured);
            double sustained =
                    measured.outcome().errorCount() == 0 ? upwards(stack, load, watch) : downwards(stack, load, watch);
            settle();
            Bare after = bare(stack);
            return new OrdersReport(
                    settings.perSecond(),
                    measured.outcome(),
                    before.latency().p50() <= after.latency().p50() ? before : after,
                    sustained,
                    measured.hold(),
                    measured.cpuMillisPerOrder(),
                    memory.peak());
        }
    }

    /** From slow to the full rate: a cold stack that is asked for everything at once warms up by failing. */
    private void warmUp(BenchStack stack, OrderLoad load, PositionWatch watch) throws InterruptedException {
        for (double share : WARM_UP_STEPS) {
            Measured step = measure(
                    stack,
                    load,
                    watch,
                    share * settings.perSecond(),
                    settings.warmUp().dividedBy(WARM_UP_STEPS.size()));
            progress.accept("warm-up: " + step);
        }
        settle();
    }

    private Bare bare(BenchStack stack) throws Exception {
        BarePipeline pipeline = new BarePipeline(stack.pipeline());
        pipeline.measure(settings.perSecond(), Duration.ofSeconds(5));
        Map<String, Long> cpuBefore = cpu(stack);
        Percentiles latency = pipeline.measure(settings.perSecond(), BARE_LENGTH);
        Map<String, Double> cpu =
                perPiece(cpuBefore, cpu(stack), (int) (settings.perSecond() * BARE_LENGTH.toSeconds()));
        cpu.keySet().retainAll(BARE_PROCESSES);
        Bare bare = new Bare(latency, sum(cpu));
        progress.accept(bare + ", at the same rate for " + BARE_LENGTH.toSeconds() + " s");
        return bare;
    }

    private record Measured(double perSecond, Outcome outcome, Hold hold, Map<String, Double> cpuMillisPerOrder) {

        @Override
        public String toString() {
            return "%.0f orders/s: %d orders, %d errors, total p50 %.0f ms, p99 %.0f ms, processor time %.1f ms per order%s"
                    .formatted(
                            perSecond,
                            outcome.orders(),
                            outcome.errorCount(),
                            outcome.total().p50(),
                            outcome.total().p99(),
                            sum(cpuMillisPerOrder),
                            outcome.errors().isEmpty() ? "" : " " + outcome.errors());
        }
    }

    private static Measured measure(
            BenchStack stack, OrderLoad load, PositionWatch watch, double perSecond, Duration length)
            throws InterruptedException {
        SortedMap<Double, Double> holdBefore = Metrics.buckets(executionMetrics(stack), HOLD_TIME);
        Map<String, Long> cpuBefore = cpu(stack);
        Outcome outcome = drained(load.run(perSecond, length), watch);
        Map<String, Double> cpu = perPiece(cpuBefore, cpu(stack), outcome.orders());
        SortedMap<Double, Double> holdAfter = Metrics.buckets(executionMetrics(stack), HOLD_TIME);
        Hold hold = new Hold(
                Metrics.percentile(holdBefore, holdAfter, 0.5),
                Metrics.percentile(holdBefore, holdAfter, 0.95),
                Metrics.percentile(holdBefore, holdAfter, 0.99));
        return new Measured(perSecond, outcome, hold, cpu);
    }

    private static String executionMetrics(BenchStack stack) {
        return Metrics.read(stack.url("execution-service"));
    }

    private static Map<String, Double> perPiece(Map<String, Long> before, Map<String, Long> after, int pieces) {
        Map<String, Double> millis = new LinkedHashMap<>();
        after.forEach((name, total) -> millis.put(
                name, Math.round(100.0 * (total - before.getOrDefault(name, total)) / Math.max(1, pieces)) / 100.0));
        return millis;
    }

    private static double sum(Map<String, Double> millis) {
        return millis.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static Map<String, Long> cpu(BenchStack stack) {
        Map<String, Long> millis = CpuTime.millis(stack.pids());
        millis.put(BENCH, CpuTime.ownMillis());
        return millis;
    }

    /** Goes up from the measured rate, which held, until one does not hold for 30 s. */
    private double upwards(BenchStack stack, OrderLoad load, PositionWatch watch) throws InterruptedException {
        double held = settings.perSecond();
        double step = settings.stepPerSecond();
        while (step > 0 && held + step <= HIGHEST && holds(held + step, stack, load, watch)) {
            held += step;
        }
        return held;
    }

    /** Goes down from the measured rate, which did not hold, until one does; 0 when none of them does. */
    private double downwards(BenchStack stack, OrderLoad load, PositionWatch watch) throws InterruptedException {
        double step = settings.stepPerSecond();
        double rate = settings.perSecond() - step;
        while (step > 0 && rate > 0 && !holds(rate, stack, load, watch)) {
            rate -= step;
        }
        return step > 0 ? Math.max(0, rate) : 0;
    }

    private boolean holds(double rate, BenchStack stack, OrderLoad load, PositionWatch watch)
            throws InterruptedException {
        settle();
        Measured step = measure(stack, load, watch, rate, OrdersSettings.SUSTAINED);
        progress.accept("for 30 s: " + step);
        return step.outcome().errorCount() == 0;
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
