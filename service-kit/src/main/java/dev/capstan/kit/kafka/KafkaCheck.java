package dev.capstan.kit.kafka;

import dev.capstan.kit.health.HealthCheck;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** Whether the brokers answer. One client is kept: a new one for each question would cost more than the question. */
final class KafkaCheck implements HealthCheck, AutoCloseable {

    private final Admin admin;

    KafkaCheck(KafkaClients clients) {
        this.admin = clients.admin();
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public Result check() {
        try {
            admin.describeCluster().nodes().get();
            return Result.up();
        } catch (ExecutionException e) {
            return Result.down(String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Result.down("interrupted");
        }
    }

    @Override
    public void close() {
        admin.close(java.time.Duration.ofSeconds(1));
    }
}
