package dev.capstan.gateway.status;

import dev.capstan.gateway.forwarding.Replicas;
import dev.capstan.gateway.forwarding.Upstream;
import dev.capstan.gateway.forwarding.UpstreamClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Asks every replica again and again, each on a thread of its own so that one that hangs delays no other. */
@Component
class ReplicaWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ReplicaWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final List<ReplicaProbe> probes;
    private final Clock clock;
    private final Map<ReplicaProbe, ReplicaState> states = new ConcurrentHashMap<>();
    private volatile List<Thread> threads = List.of();

    ReplicaWatch(Replicas replicas, UpstreamClient client, JsonMapper json, Clock clock) {
        this.probes = Arrays.stream(Upstream.values())
                .flatMap(upstream ->
                        replicas.of(upstream).stream().map(url -> new ReplicaProbe(upstream, url, client, json)))
                .toList();
        this.clock = clock;
    }

    /** What is known now of the replicas of a service, in the order in which calls try them. */
    List<ReplicaState> of(Upstream upstream) {
        return probes.stream()
                .filter(probe -> probe.upstream() == upstream)
                .map(this::known)
                .toList();
    }

    private ReplicaState known(ReplicaProbe probe) {
        return states.computeIfAbsent(probe, _ -> ReplicaState.unknown(probe.address(), clock.instant()));
    }

    @Override
    public void start() {
        threads = probes.stream()
                .map(probe ->
                        Thread.ofVirtual().name("watch-" + probe.address()).start(() -> repeat(probe)))
                .toList();
    }

    private void repeat(ReplicaProbe probe) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                look(probe);
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException _) {
            LOG.debug("{} is no longer watched", probe.address());
        }
    }

    /** A probe that breaks is a fault of ours, but no reason to stop looking. */
    private void look(ReplicaProbe probe) {
        ReplicaState before = known(probe);
        try {
            states.put(probe, probe.ask(before, clock.instant()));
        } catch (RuntimeException e) {
            LOG.error("watching {} broke", probe.address(), e);
            states.put(probe, before.down("cannot be asked", clock.instant()));
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
