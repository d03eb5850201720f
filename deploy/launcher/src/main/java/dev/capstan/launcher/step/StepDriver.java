package dev.capstan.launcher.step;

import dev.capstan.launcher.LaunchFailure;
import dev.capstan.launcher.stack.LocalStack;
import dev.capstan.launcher.stack.ProcessStatus;
import dev.capstan.launcher.stack.Services;
import dev.capstan.launcher.stack.StackAddresses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Moves a market that stands still, a candle at a time, each time when everybody is quiet: the venue, every instance of every service, and
 * whoever else was added. What is told of a step has had all its effects before the next one begins.
 *
 * <p>Used by one thread at a time.
 */
public final class StepDriver {

    /** Longer than a service takes to be back after a kill. */
    public static final Duration USUAL_LIMIT = Duration.ofSeconds(60);

    private static final long NONE = -1;

    /** The way of a candle, and of what it makes a strategy do; only people come through the gateway. */
    private static final List<String> WAY = List.of(
            "market-data-service", "strategy-service", "execution-service", "risk-service", "portfolio-service");

    private final List<QuietCheck> checks = new ArrayList<>();
    private final List<List<QuietCheck>> way;
    private final SteppedMarket market;
    private final Quiet quiet;
    private long last = NONE;

    /**
     * A driver of the venue at this control address.
     *
     * @param processes those of the stack; services are asked for their activity
     * @param limit how long it waits for quiet, and for a venue that does not answer
     */
    public StepDriver(String controlUrl, List<ProcessStatus> processes, Duration limit) {
        this.market = new SteppedMarket(controlUrl, limit);
        this.quiet = new Quiet(limit);
        QuietCheck venue = new ActivityProbe("venue-simulator", controlUrl + "/control/activity");
        checks.add(venue);
        Services.all().forEach(service -> checks.addAll(replicas(service.name(), processes)));
        // Back to the venue, which hears of orders.
        this.way = Stream.of(
                        Stream.of(List.of(venue)),
                        WAY.stream().map(service -> replicas(service, processes)),
                        Stream.of(List.of(venue)))
                .flatMap(Function.identity())
                .filter(place -> !place.isEmpty())
                .toList();
    }

    private static List<QuietCheck> replicas(String service, List<ProcessStatus> processes) {
        return processes.stream()
                .filter(process -> process.name().matches(service + "(-[0-9]+)?"))
                .<QuietCheck>map(process ->
                        new ActivityProbe(process.name(), "http://127.0.0.1:" + process.port() + "/activity"))
                .toList();
    }

    /** A driver of a stack that runs in this process. */
    public static StepDriver of(LocalStack stack) {
        String control = StackAddresses.of(stack.options())
                .simulatorControl()
                .orElseThrow(() -> new LaunchFailure("this stack has no simulated venue"));
        return new StepDriver(control, stack.status(), USUAL_LIMIT);
    }

    /** From now on this one must be quiet too. */
    public void add(QuietCheck check) {
        checks.add(check);
    }

    /**
     * Returns when everybody is quiet.
     *
     * @throws LaunchFailure naming who was not in time, and what was pending
     */
    public void awaitQuiet() {
        quiet.await(checks, way);
    }

    /**
     * Waits until everybody is quiet and has the market make its next step.
     *
     * @throws LaunchFailure naming who was not quiet in time; or when the market is moved by the clock, or at its end
     */
    public Step step() {
        awaitQuiet();
        if (last == NONE) {
            last = market.last();
        }
        Step step = market.reach(last + 1);
        last = step.number();
        return step;
    }

    /** Whether no candle follows. */
    public boolean hasEnded() {
        return market.hasEnded();
    }
}
