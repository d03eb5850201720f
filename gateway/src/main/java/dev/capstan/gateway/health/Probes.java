package dev.capstan.gateway.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Asks every probe again and again, each on a thread of its own so that one that hangs delays no other. */
class Probes implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Probes.class);
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** A finding older than this is no longer one: the probe hangs. */
    private static final Duration KEPT = Duration.ofSeconds(6);

    private record Remembered(Probe.Finding finding, Instant at) {}

    private final List<Probe> probes;
    private final Clock clock;
    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();
    private volatile List<Thread> threads = List.of();

    Probes(List<Probe> probes, Clock clock) {
        this.probes = List.copyOf(probes);
        this.clock = clock;
    }

    /** What is known now, without asking anybody. */
    Map<String, CheckLine> lines() {
        Map<String, CheckLine> lines = new TreeMap<>();
        for (Probe probe : probes) {
            Probe.Finding finding = known(probe);
            lines.put(probe.name(), finding.line());
            finding.parts().forEach((part, line) -> lines.put(probe.name() + "." + part, line));
        }
        return lines;
    }

    private Probe.Finding known(Probe probe) {
        Remembered last = remembered.get(probe.name());
        if (last == null || last.at().plus(KEPT).isBefore(clock.instant())) {
            return Probe.Finding.of(CheckLine.down("has not answered yet"));
        }
        return last.finding();
    }

    @Override
    public void start() {
        threads = probes.stream()
                .map(probe -> Thread.ofVirtual().name("probe-" + probe.name()).start(() -> repeat(probe)))
                .toList();
    }

    private void repeat(Probe probe) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                remember(probe, asked(probe));
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException _) {
            LOG.debug("{} is no longer probed", probe.name());
        }
    }

    private void remember(Probe probe, Probe.Finding finding) {
        Remembered before = remembered.put(probe.name(), new Remembered(finding, clock.instant()));
        if (before == null || !before.finding().line().equals(finding.line())) {
            LOG.info("{} is {}", probe.name(), finding.line());
        }
    }

    /** A probe that breaks is a fault of ours, but no reason to stop looking. */
    private static Probe.Finding asked(Probe probe) {
        try {
            return probe.ask(LIMIT);
        } catch (RuntimeException e) {
            LOG.error("the probe of {} broke", probe.name(), e);
            return Probe.Finding.of(CheckLine.down("cannot be probed"));
        }
    }

    @Override
    public void stop() {
        threads.forEach(Thread::interrupt);
        threads = List.of();
    }

    @Override
    public boolean isRunning() {
        return !threads.isEmpty();
    }
}
