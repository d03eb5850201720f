package dev.capstan.bench.orders;

import dev.capstan.bench.pipeline.PipelineSettings;
import dev.capstan.launcher.LaunchFailure;
import dev.capstan.launcher.component.ComponentCache;
import dev.capstan.launcher.component.JsonHttp;
import dev.capstan.launcher.process.ProcessMemory;
import dev.capstan.launcher.seed.DemoUser;
import dev.capstan.launcher.seed.Keycloak;
import dev.capstan.launcher.seed.Seeding;
import dev.capstan.launcher.stack.DataFolder;
import dev.capstan.launcher.stack.LocalStack;
import dev.capstan.launcher.stack.PortName;
import dev.capstan.launcher.stack.ProcessStatus;
import dev.capstan.launcher.stack.StackAddresses;
import dev.capstan.launcher.stack.StackListener;
import dev.capstan.launcher.stack.StackOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A stack of the run's own, on free ports and in a folder of its own; gone afterwards. */
final class BenchStack implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private final LocalStack stack;
    private final Keycloak keycloak;
    private final OrdersSettings settings;

    private BenchStack(LocalStack stack, OrdersSettings settings) {
        this.stack = stack;
        this.settings = settings;
        this.keycloak = new Keycloak("http://127.0.0.1:" + port(PortName.KEYCLOAK), stack.secrets());
    }

    static BenchStack start(OrdersSettings settings, Consumer<String> progress) throws IOException {
        LocalStack.endOrphans(new DataFolder(settings.data()), StackListener.NONE);
        empty(settings.data());
        StackOptions options = StackOptions.inFolder(
                        settings.repository(), settings.data(), ComponentCache.ofUser(progress))
                .withFreePorts();
        LocalStack stack = LocalStack.start(Profile.applyTo(options), StackListener.NONE);
        // Ctrl-C must not leave ten processes behind.
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "end-of-stack"));
        try {
            stack.awaitReady(START_LIMIT);
            new Seeding(StackAddresses.of(stack.options()), stack.secrets()).run();
            return new BenchStack(stack, settings);
        } catch (RuntimeException failure) {
            stack.close();
            throw failure;
        }
    }

    String gateway() {
        return stack.url("gateway", 1);
    }

    String bootstrapServers() {
        return "127.0.0.1:" + port(PortName.KAFKA);
    }

    String token() {
        return keycloak.token(DemoUser.TRADER);
    }

    /** The bare pipeline on the same PostgreSQL and Kafka, in a database of its own. */
    PipelineSettings pipeline() {
        String password = stack.secrets().password("launcher", "postgres-password");
        String url = "jdbc:postgresql://127.0.0.1:" + port(PortName.POSTGRES) + "/postgres";
        return new PipelineSettings(url, "postgres", password, bootstrapServers());
    }

    /** A PAPER account of the trader's on a venue account that can pay for everything. */
    String openAccount() {
        String apiKey = "bench-" + UUID.randomUUID();
        String secretKey = UUID.randomUUID().toString();
        String control = "http://127.0.0.1:" + port(PortName.SIMULATOR_CONTROL);
        JsonHttp.post(
                        control + "/control/accounts",
                        Map.of(),
                        Map.of("apiKey", apiKey, "secretKey", secretKey, "balances", Profile.BALANCES))
                .orFail("opening the venue account");
        Map<String, String> headers = new LinkedHashMap<>(JsonHttp.bearer(token()));
        headers.put("Idempotency-Key", apiKey);
        String accountId = JsonHttp.post(
                        gateway() + "/api/accounts",
                        headers,
                        Map.of(
                                "name",
                                "bench",
                                "kind",
                                "PAPER",
                                "venueId",
                                "BINANCE",
                                "apiKey",
                                apiKey,
                                "secretKey",
                                secretKey))
                .orFail("opening the account")
                .body()
                .path("accountId")
                .asString();
        raiseLimits(accountId);
        return accountId;
    }

    private void raiseLimits(String accountId) {
        Map<String, String> manager = JsonHttp.bearer(keycloak.token(DemoUser.RISK_MANAGER));
        String limits = gateway() + "/api/risk/limits/" + accountId;
        put(limits, manager, Map.of("maxAccountExposure", "1000000000", "maxOpenOrders", 100_000, "version", 0));
        for (String instrument : Profile.INSTRUMENTS) {
            put(limits + "/" + instrument, manager, Map.of("maxInstrumentExposure", "1000000000", "version", 0));
        }
    }

    private static void put(String url, Map<String, String> bearer, Map<String, Object> limits) {
        Map<String, String> headers = new LinkedHashMap<>(bearer);
        headers.put("Idempotency-Key", UUID.randomUUID().toString());
        JsonHttp.put(url, headers, limits).orFail("raising the limits");
    }

    /** Process ids by name. */
    Map<String, Long> pids() {
        Map<String, Long> pids = new LinkedHashMap<>();
        for (ProcessStatus status : stack.status()) {
            Long pid = status.pid();
            if (pid != null) {
                pids.put(status.name(), pid);
            }
        }
        return pids;
    }

    /** Bytes of all processes together, PSS. */
    long memory() {
        return pids().values().stream().mapToLong(ProcessMemory::ofTree).sum();
    }

    /** What execution-service says of itself. */
    String executionMetrics() {
        return Metrics.read(stack.url("execution-service", 1), token());
    }

    private int port(PortName name) {
        return stack.options().ports().of(name);
    }

    @Override
    public void close() {
        stack.close();
        if (settings.keep()) {
            return;
        }
        try {
            empty(settings.data());
        } catch (IOException failure) {
            throw new LaunchFailure("cannot empty " + settings.data(), failure);
        }
    }

    private static void empty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
