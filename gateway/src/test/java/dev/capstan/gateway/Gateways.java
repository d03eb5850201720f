package dev.capstan.gateway;

import dev.capstan.kit.testing.ServiceUnderTest;
import java.util.ArrayDeque;
import java.util.Deque;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gateways on one database, as an installation with replicas has them. */
final class Gateways implements AutoCloseable {

    private final ServiceUnderTest settings;
    private final Deque<ConfigurableApplicationContext> running = new ArrayDeque<>();

    Gateways(String upstreamUrls) {
        settings = ServiceUnderTest.named("gateway", "gateway")
                .with("capstan.kafka.enabled", "false")
                .with("capstan.services.execution", upstreamUrls)
                .with("capstan.services.risk", "")
                .with("capstan.services.portfolio", "")
                .with("capstan.services.market-data", "")
                .with("capstan.services.backtest", "");
    }

    Gateways with(String property, String value) {
        settings.with(property, value);
        return this;
    }

    /** Starts one more. */
    EdgeCaller start() {
        ConfigurableApplicationContext gateway = SpringApplication.run(GatewayApplication.class, settings.arguments());
        running.push(gateway);
        return new EdgeCaller(port(gateway));
    }

    /** Stops all that run, in good order; the database stays. */
    void stop() {
        running.forEach(ConfigurableApplicationContext::close);
        running.clear();
    }

    /** The one started last. */
    ConfigurableApplicationContext newest() {
        return running.getFirst();
    }

    JdbcClient jdbc() {
        return running.getFirst().getBean(JdbcClient.class);
    }

    String databaseUrl() {
        return settings.database().jdbcUrl();
    }

    private static int port(ConfigurableApplicationContext gateway) {
        return gateway.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void close() {
        stop();
    }
}
