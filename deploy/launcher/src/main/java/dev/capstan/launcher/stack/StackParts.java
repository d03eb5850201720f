package dev.capstan.launcher.stack;

import dev.capstan.launcher.component.KafkaServer;
import dev.capstan.launcher.component.KeycloakServer;
import dev.capstan.launcher.component.KeycloakSettings;
import dev.capstan.launcher.component.PostgresAdmin;
import dev.capstan.launcher.component.PostgresServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a stack consists of, in starting order. */
final class StackParts {

    private static final int FOUNDATION = 0;
    private static final int MIDDLE = 1;
    private static final int SERVICE = 2;
    private static final int EDGE = 3;

    private final StackPlan plan;
    private final StackOptions options;

    StackParts(StackPlan plan) {
        this.plan = plan;
        this.options = plan.options();
    }

    List<StackPart> all() {
        List<StackPart> parts = new ArrayList<>();
        parts.add(postgres());
        // Slowest first; nobody waits for it but the seeding, since services need only its keys.
        parts.add(keycloak());
        parts.add(kafka());
        if (SimulatorComponent.existsIn(options.repository())) {
            int port = options.ports().of(PortName.SIMULATOR);
            parts.add(new StackPart(new SimulatorComponent(plan), port, Set.of(), MIDDLE, true));
        }
        plan.instances().forEach(instance -> parts.add(service(instance)));
        return List.copyOf(parts);
    }

    private StackPart postgres() {
        int port = options.ports().of(PortName.POSTGRES);
        PostgresServer server = new PostgresServer(
                options.cache(),
                options.data().of("postgres"),
                options.data().log("postgres"),
                new PostgresAdmin(port, Foundation.postgresPassword(plan.secrets())),
                admin -> Foundation.makeDatabases(admin, plan.secrets()));
        return new StackPart(server, port, Set.of(), FOUNDATION, false);
    }

    private StackPart kafka() {
        int port = options.ports().of(PortName.KAFKA);
        KafkaServer server = new KafkaServer(
                options.cache(),
                options.data().of("kafka"),
                options.data().log("kafka"),
                port,
                options.ports().of(PortName.KAFKA_CONTROLLER));
        return new StackPart(options.isShortLived() ? server.shortLived() : server, port, Set.of(), MIDDLE, true);
    }

    private StackPart keycloak() {
        Secrets secrets = plan.secrets();
        KeycloakSettings settings = new KeycloakSettings(
                options.ports().of(PortName.KEYCLOAK),
                options.ports().of(PortName.KEYCLOAK_MANAGEMENT),
                plan.databaseUrl("keycloak"),
                Foundation.keycloakDatabasePassword(secrets),
                Foundation.keycloakAdminPassword(secrets),
                SchemaSecrets.clientSecrets(secrets));
        KeycloakServer server = new KeycloakServer(
                options.cache(), options.data().of("keycloak"), options.data().log("keycloak"), settings);
        return new StackPart(server, settings.port(), Set.of("postgres"), SERVICE, true);
    }

    private StackPart service(Instance instance) {
        int layer = instance.service().name().equals("gateway") ? EDGE : SERVICE;
        return new StackPart(
                new ServiceComponent(plan, instance), instance.port(), Set.of("postgres", "kafka"), layer, true);
    }
}
