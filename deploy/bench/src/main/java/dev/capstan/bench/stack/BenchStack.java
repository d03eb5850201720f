package dev.capstan.bench.stack;

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
import dev.capstan.launcher.stack.StackOptions.ServiceExtras;
import dev.capstan.launcher.testing.Crowd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** A stack of the run's own, on free ports and in a folder of its own; gone afterwards. */
public final class BenchStack implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private final LocalStack stack;
    private final Keycloak keycloak;
    private final String paperAccount;
    private final Path data;
    private final boolean keep;

    private BenchStack(LocalStack stack, String paperAccount, Path data, boolean keep) {
        this.stack = stack;
        this.paperAccount = paperAccount;
        this.data = data;
        this.keep = keep;
        this.keycloak = new Keycloak("http://127.0.0.1:" + port(PortName.KEYCLOAK), stack.secrets());
    }

    /**
     * Starts it and waits until it is ready and filled.
     *
     * @param data its folder; emptied before, and after unless {@code keep}
     * @param profile what differs from the usual stack
     */
    public static BenchStack start(
            Path repository, Path data, boolean keep, UnaryOperator<StackOptions> profile, Consumer<String> progress)
            throws IOException {
        LocalStack.endOrphans(new DataFolder(data), StackListener.NONE);
        empty(data);
        StackOptions options = StackOptions.inFolder(repository, data, ComponentCache.ofUser(progress))
                .withFreePorts();
        LocalStack stack = LocalStack.start(profile.apply(options), StackListener.NONE);
        // Ctrl-C must not leave ten processes behind.
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "end-of-stack"));
        try {
            stack.awaitReady(START_LIMIT);
            String paperAccount = new Seeding(StackAddresses.of(stack.options()), stack.secrets())
                    .untilDone()
                    .orElseThrow(() -> new LaunchFailure("a stack without a venue has nothing to measure"));
            return new BenchStack(stack, paperAccount, data, keep);
        } catch (RuntimeException failure) {
            stack.close();
            throw failure;
        }
    }

    /** The gateway counts calls as ever, against limits that no benchmark reaches. */
    public static StackOptions withRaisedLimits(StackOptions options) {
        return options.withExtras(
                "gateway", new ServiceExtras(List.of(), Map.of(), Map.of("CAPSTAN_LIMITS", "raised-limits")));
    }

    /** Base URL of the API. */
    public String gateway() {
        return url("gateway");
    }

    /** Base URL of a service's first replica. */
    public String url(String service) {
        return stack.url(service, 1);
    }

    /** Base URL of the simulator's control API. */
    public String simulatorControl() {
        return "http://127.0.0.1:" + port(PortName.SIMULATOR_CONTROL);
    }

    /** Id of the PAPER account that every local stack has. */
    public String paperAccount() {
        return paperAccount;
    }

    /** Kafka's address. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port(PortName.KAFKA);
    }

    /** A fresh token of a demo user. */
    public String token(DemoUser user) {
        return keycloak.token(user);
    }

    /** Tokens of so many users who may look at the PAPER account. */
    public List<String> viewers(int users) {
        List<String> tokens =
                new Crowd("http://127.0.0.1:" + port(PortName.KEYCLOAK), stack.secrets()).tokens(users, "viewer");
        String grants = gateway() + "/api/accounts/" + paperAccount + "/grants";
        for (String token : tokens) {
            Map<String, String> headers = new LinkedHashMap<>(JsonHttp.bearer(token(DemoUser.TRADER)));
            headers.put("Idempotency-Key", UUID.randomUUID().toString());
            JsonHttp.post(grants, headers, Map.of("subject", subjectOf(token), "permission", "VIEW"))
                    .orFail("letting somebody look");
        }
        return tokens;
    }

    private static String subjectOf(String token) {
        byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        return JsonMapper.shared().readTree(claims).path("sub").asString();
    }

    /** The bare pipeline on the same PostgreSQL and Kafka, in a database of its own. */
    public PipelineSettings pipeline() {
        String password = stack.secrets().password("launcher", "postgres-password");
        String url = "jdbc:postgresql://127.0.0.1:" + port(PortName.POSTGRES) + "/postgres";
        return new PipelineSettings(url, "postgres", password, bootstrapServers());
    }

    /** Process ids by name. */
    public Map<String, Long> pids() {
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
    public long memory() {
        return pids().values().stream().mapToLong(ProcessMemory::ofTree).sum();
    }

    private int port(PortName name) {
        return stack.options().ports().of(name);
    }

    @Override
    public void close() {
        stack.close();
        if (keep) {
            return;
        }
        try {
            empty(data);
        } catch (IOException failure) {
            throw new LaunchFailure("cannot empty " + data, failure);
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
