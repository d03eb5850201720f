package dev.capstan.launcher.stack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything a service instance is told, and the secret files it finds. Compose sets the same names. */
final class ServiceEnvironment {

    /** What whoever starts the stack says to the edge alone; not set means the gateway's defaults. */
    static final List<String> OF_THE_EDGE = List.of("FRONTEND_URL", "CAPSTAN_TRUSTED_PROXIES", "CAPSTAN_LIMITS");

    private final StackPlan plan;

    ServiceEnvironment(StackPlan plan) {
        this.plan = plan;
    }

    Map<String, String> of(Instance instance) {
        Map<String, String> environment = new HashMap<>();
        environment.put("CAPSTAN_PROFILE", "local");
        environment.put("CAPSTAN_INSTANCE_ID", instance.id());
        environment.put("CAPSTAN_ADVERTISED_URL", instance.url());
        environment.put("CAPSTAN_PORT", Integer.toString(instance.port()));
        environment.put("CAPSTAN_DATABASE_URL", plan.databaseUrl("capstan"));
        environment.put("CAPSTAN_SECRETS_DIR", SchemaSecrets.folder(plan.secrets(), instance.service()));
        environment.put("CAPSTAN_KAFKA_BOOTSTRAP_SERVERS", plan.bootstrapServers());
        addIdentity(environment);
        Services.all().stream()
                .filter(peer -> !plan.urls(peer).isEmpty())
                .forEach(peer -> environment.put("CAPSTAN_URL_" + peer.variableName(), plan.urls(peer)));
        if (instance.service().traits().venue()) {
            addVenue(environment);
        }
        if (instance.service().name().equals("gateway")) {
            OF_THE_EDGE.forEach(name -> passOn(environment, name));
        }
        if (instance.service().name().equals("backtest-service")) {
            addFolders(environment);
        }
        if (plan.options().isShortLived()) {
            // Not among the flags: an AOT cache belongs to those, and serves a short life as well.
            environment.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
        }
        plan.options().tracing().ifPresent(receiver -> Tracing.addTo(environment, instance, receiver));
        environment.putAll(plan.options().extrasOf(instance.service()).environment());
        return environment;
    }

    private static void passOn(Map<String, String> environment, String name) {
        String value = System.getenv(name);
        if (value != null) {
            environment.put(name, value);
        }
    }

    private void addIdentity(Map<String, String> environment) {
        String realm = "http://127.0.0.1:" + plan.options().ports().of(PortName.KEYCLOAK) + "/realms/capstan";
        environment.put("CAPSTAN_ISSUER_URI", realm);
        environment.put("CAPSTAN_JWK_SET_URI", realm + "/protocol/openid-connect/certs");
        environment.put("CAPSTAN_TOKEN_URI", realm + "/protocol/openid-connect/token");
    }

    /** Results stay as long as the data folder does; candles that were read once are only kept to be read faster. */
    private void addFolders(Map<String, String> environment) {
        DataFolder data = plan.options().data();
        environment.put("CAPSTAN_OBJECT_STORE_DIR", data.of("objects").toString());
        environment.put("CAPSTAN_CANDLE_COLUMNS_DIR", data.of("candle-columns").toString());
    }

    private void addVenue(Map<String, String> environment) {
        int port = plan.options().ports().of(PortName.SIMULATOR);
        environment.put("CAPSTAN_BINANCE_PAPER_REST_URL", "http://127.0.0.1:" + port);
        environment.put("CAPSTAN_BINANCE_PAPER_WS_API_URL", "ws://127.0.0.1:" + port + "/ws-api/v3");
        environment.put("CAPSTAN_BINANCE_PAPER_STREAM_URL", "ws://127.0.0.1:" + port);
        environment.put("CAPSTAN_MARKET_EPOCH", plan.epoch());
        environment.put("CAPSTAN_MARKET_SPEED", plan.options().market().speed().toPlainString());
    }
}
