package dev.capstan.kit.consumer.work;

import dev.capstan.kit.health.HealthCheck;
import dev.capstan.kit.kafka.KafkaClients;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs all work consumers of this process and says when one of them cannot go on. */
final class WorkConsumers implements SmartLifecycle, HealthCheck {

    private static final Logger log = LoggerFactory.getLogger(WorkConsumers.class);
    private static final Duration STOP_LIMIT = Duration.ofMillis(2500);

    private final KafkaClients clients;
    private final Supplier<List<BatchTarget>> targets;
    private final Duration gather;
    private volatile List<WorkLoop> loops = List.of();

    WorkConsumers(KafkaClients clients, Supplier<List<BatchTarget>> targets, Duration gather) {
        this.clients = clients;
        this.targets = targets;
        this.gather = gather;
    }

    @Override
    public void start() {
        loops = targets.get().stream()
                .map(target -> new WorkLoop(clients, target, gather))
                .toList();
        loops.forEach(loop ->
                Thread.ofPlatform().name("consumer-" + loop.name()).daemon().start(loop));
    }

    @Override
    public void stop() {
        loops.forEach(WorkLoop::stop);
        long end = System.nanoTime() + STOP_LIMIT.toNanos();
        try {
            for (WorkLoop loop : loops) {
                if (!loop.awaitEnd(Duration.ofNanos(Math.max(0, end - System.nanoTime())))) {
                    log.warn("Consumer {} did not end in time; its batch comes again", loop.name());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        loops = List.of();
    }

    List<WorkLoop> loops() {
        return loops;
    }

    @Override
    public boolean isRunning() {
        return !loops.isEmpty();
    }

    /** Starts after the relay and stops before it, so that the last effects still leave. */
    @Override
    public int getPhase() {
        return 100;
    }

    @Override
    public String name() {
        return "consumers";
    }

    @Override
    public Result check() {
        String trouble = loops.stream()
                .filter(loop -> loop.trouble().isPresent())
                .map(loop -> loop.name() + ": " + loop.trouble().orElse(""))
                .collect(Collectors.joining("; "));
        return trouble.isEmpty() ? Result.up() : Result.down(trouble);
    }
}
