package dev.capstan.bench.gateway;

import dev.capstan.bench.figures.CpuTime;
import dev.capstan.bench.gateway.ClosedLoop.Answers;
import dev.capstan.bench.stack.BenchStack;
import dev.capstan.bench.stack.FreshToken;
import dev.capstan.launcher.LaunchFailure;
import dev.capstan.launcher.seed.DemoUser;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The course of a run: a stack, the bare gateway beside it, both warmed up, then rounds by turns, then many open connections. */
public final class GatewayBench {

    /** A read that its service answers from memory and one look into its database. */
    private static final String PATH = "/api/positions?accountId=";

    private static final Duration OPEN_WARM_UP = Duration.ofSeconds(30);
    private static final Duration OPEN_LENGTH = Duration.ofSeconds(30);
    private static final double MICROS_PER_MILLI = 1_000;

    private final GatewaySettings settings;
    private final Consumer<String> progress;

    public GatewayBench(GatewaySettings settings, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
    }

    public GatewayReport run() throws Exception {
        progress.accept("starting a stack of its own");
        try (BenchStack stack = BenchStack.start(
                        settings.repository(),
                        settings.data(),
                        settings.keep(),
                        BenchStack::withRaisedLimits,
                        progress);
                BareProcess bare = BareProcess.start(
                        settings.repository(), settings.data(), pid(stack), stack.url("portfolio-service"))) {
            ClosedLoop loop =
                    new ClosedLoop(new FreshToken(() -> stack.token(DemoUser.TRADER))::value, settings.connections());
            String path = PATH + stack.paperAccount();
            Map<String, Side> sides = new LinkedHashMap<>();
            sides.put(GatewayReport.CAPSTAN, new Side(URI.create(stack.gateway() + path), pid(stack)));
            sides.put(GatewayReport.BARE, new Side(URI.create(bare.url() + path), bare.pid()));
            for (Map.Entry<String, Side> side : sides.entrySet()) {
                progress.accept("warm-up of " + side.getKey() + ": " + round(loop, side.getValue(), settings.warmUp()));
            }
            Map<String, List<Round>> rounds = rounds(loop, sides);
            return new GatewayReport(rounds, open(stack, URI.create(stack.gateway() + path)));
        }
    }

    private OpenFigures open(BenchStack stack, URI target) throws IOException {
        if (settings.open() == 0) {
            return OpenFigures.NONE;
        }
        progress.accept(settings.open() + " open connections of " + settings.users() + " users");
        List<String> tokens = stack.viewers(settings.users());
        OpenFigures figures = new OpenConnections(target, tokens, settings.open()).run(OPEN_WARM_UP, OPEN_LENGTH);
        progress.accept("open connections: " + figures);
        return figures;
    }

    private Map<String, List<Round>> rounds(ClosedLoop loop, Map<String, Side> sides) throws InterruptedException {
        Map<String, List<Round>> rounds = new LinkedHashMap<>();
        for (int number = 1; number <= settings.rounds(); number++) {
            for (Map.Entry<String, Side> side : sides.entrySet()) {
                TimeUnit.SECONDS.sleep(1); // what the last round left to do shall not count in this one
                Round round = round(loop, side.getValue(), settings.round());
                progress.accept("round " + number + ", " + side.getKey() + ": " + round);
                rounds.computeIfAbsent(side.getKey(), any -> new ArrayList<>()).add(round);
            }
        }
        return rounds;
    }

    private static Round round(ClosedLoop loop, Side side, Duration length) throws InterruptedException {
        long before = side.cpuMillis();
        Answers answers = loop.run(side.target(), length);
        long used = side.cpuMillis() - before;
        int requests = Math.max(1, answers.good() + answers.errors());
        return new Round(
                answers.good() / (length.toMillis() / 1000.0),
                answers.latencies().percentiles(),
                answers.errors(),
                used * MICROS_PER_MILLI / requests);
    }

    private static long pid(BenchStack stack) {
        return Optional.ofNullable(stack.pids().get("gateway"))
                .orElseThrow(() -> new LaunchFailure("the gateway does not run"));
    }

    /** Where to ask, and whose processor time counts. */
    private record Side(URI target, long pid) {

        long cpuMillis() {
            return CpuTime.millis(Map.of("gateway", pid)).getOrDefault("gateway", 0L);
        }
    }
}
