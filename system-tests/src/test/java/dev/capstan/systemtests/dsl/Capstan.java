package dev.capstan.systemtests.dsl;

import dev.capstan.launcher.component.ComponentCache;
import dev.capstan.launcher.component.JsonHttp;
import dev.capstan.launcher.component.PostgresAdmin;
import dev.capstan.launcher.seed.DemoUser;
import dev.capstan.launcher.seed.Keycloak;
import dev.capstan.launcher.seed.Seeding;
import dev.capstan.launcher.stack.AotTraining;
import dev.capstan.launcher.stack.LocalStack;
import dev.capstan.launcher.stack.MarketOptions;
import dev.capstan.launcher.stack.PortName;
import dev.capstan.launcher.stack.ProcessState;
import dev.capstan.launcher.stack.StackAddresses;
import dev.capstan.launcher.stack.StackListener;
import dev.capstan.launcher.stack.StackOptions;
import dev.capstan.launcher.stack.StackOptions.ServiceExtras;
import dev.capstan.launcher.stack.StackProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The one stack that all scenarios of a run share: two of each service that can have two, crash points armed. */
public final class Capstan {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final Path FOLDER = Path.of("target", "stack").toAbsolutePath();
    private static final int REPLICAS = 2;
    private static final int ENOUGH_ACCOUNTS = 8;
    private static final Duration TOKEN_LIMIT = Duration.ofSeconds(20);
    private static final Duration START_LIMIT = Duration.ofMinutes(10);
    private static final List<String> ARMED =
            List.of("gateway", "execution-service", "risk-service", "portfolio-service", "market-data-service");

    private static @Nullable Capstan shared;

    private final LocalStack stack;
    private final Keycloak keycloak;
    private final Venue venue;
    private final Map<DemoUser, Person> people = new ConcurrentHashMap<>();
    private final Map<String, ServiceToken> serviceTokens = new ConcurrentHashMap<>();

    private Capstan(LocalStack stack) {
        this.stack = stack;
        this.keycloak = new Keycloak("http://127.0.0.1:" + port(PortName.KEYCLOAK), stack.secrets());
        this.venue = new Venue(port(PortName.SIMULATOR), port(PortName.SIMULATOR_CONTROL));
    }

    /** The stack, started by the first scenario that asks; it ends with the JVM. */
    public static synchronized Capstan shared() {
        Capstan known = shared;
        if (known == null) {
            known = Boots.first(Capstan::start);
            shared = known;
        }
        return known;
    }

    private static Capstan start() {
        StackOptions options = StackOptions.inFolder(
                        REPOSITORY, freshFolder(), ComponentCache.ofUser(System.out::println))
                .shortLived()
                .withFreePorts()
                .tirelessly()
                .withReplicas("gateway", REPLICAS)
                .withReplicas("execution-service", REPLICAS)
                .withReplicas("risk-service", REPLICAS)
                .withMarket(MarketOptions.madeUp(MarketOptions.MadeUp.GENERATED, List.of("--limits", "raised")));
        for (String service : ARMED) {
            options = options.withExtras(service, armed(service));
        }
        LocalStack stack = LocalStack.start(options, StackListener.NONE);
        AotTraining training = new AotTraining(stack);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            training.close();
                            stack.close();
                        },
                        "end-of-stack"));
        try {
            stack.awaitReady(START_LIMIT);
            new Seeding(StackAddresses.of(stack.options()), stack.secrets()).untilDone();
            Capstan capstan = new Capstan(stack);
            capstan.warmUp();
            // As after a first "up": services that are killed later are back sooner.
            training.start();
            return capstan;
        } catch (RuntimeException | Error e) {
            // The next scenario that asks starts another one, in the same folder.
            stack.close();
            throw e;
        }
    }

    /** The first order of a replica takes longer than those that scenarios count on. Which replica gets an account is chance. */
    private void warmUp() {
        Set<Integer> warm = new HashSet<>();
        for (int account = 0; warm.size() < REPLICAS && account < ENOUGH_ACCOUNTS; account++) {
            TradingAccount trading = trader().opensTradingAccount("ETHUSDT.BINANCE", "0.1");
            warm.add(VenueSession.of(this, trading).instance());
        }
    }

    private static ServiceExtras armed(String service) {
        return new ServiceExtras(
                List.of(REPOSITORY.resolve("system-tests/crash-points/target/crash-points.jar")),
                Map.of(
                        "capstan.crash-points.plan",
                        CrashPlans.file(FOLDER, service).toString()),
                // One person makes all the traffic.
                Map.of("CAPSTAN_LIMITS", "raised-limits"));
    }

    private static Path freshFolder() {
        try {
            Files.createDirectories(FreshFolder.at(FOLDER).resolve("plans"));
            return FOLDER;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public Venue venue() {
        return venue;
    }

    /** Somebody who calls the gateway. */
    public Person person(DemoUser user) {
        return people.computeIfAbsent(user, one -> new Person(this, one, keycloak));
    }

    public Person trader() {
        return person(DemoUser.TRADER);
    }

    public Person riskManager() {
        return person(DemoUser.RISK_MANAGER);
    }

    /** Somebody whose browser was sent to a page of the realm. */
    public Browser browserAt(String pathOfTheRealm) {
        return browserAt(URI.create(keycloakUrl() + "/realms/capstan/protocol/openid-connect" + pathOfTheRealm));
    }

    /** Somebody who follows a link to Keycloak. */
    public Browser browserAt(URI link) {
        return new Browser(keycloakUrl(), stack.secrets(), link);
    }

    public String keycloakUrl() {
        return "http://127.0.0.1:" + port(PortName.KEYCLOAK);
    }

    /** A service calling another one, with a token of its own. */
    public Api asService(String service, String baseUrl) {
        return new Api(baseUrl, () -> serviceToken(service));
    }

    /** Kept for a while: a call for a token in front of each request would pull requests apart that shall meet. */
    private String serviceToken(String service) {
        return serviceTokens
                .compute(service, (name, known) -> known == null || known.isOld() ? fetchToken(name) : known)
                .text();
    }

    private ServiceToken fetchToken(String service) {
        String secret = stack.secrets().password(service, "capstan.security.client-secret");
        String form = "grant_type=client_credentials&client_id=" + service + "&client_secret=" + secret;
        String url = "http://127.0.0.1:" + port(PortName.KEYCLOAK) + "/realms/capstan/protocol/openid-connect/token";
        // Right after its database was away Keycloak fails some calls; so would any client ask again.
        String token = org.awaitility.Awaitility.await("a token of " + service)
                .atMost(TOKEN_LIMIT)
                .ignoreExceptions()
                .until(() -> JsonHttp.postForm(url, Map.of(), form), JsonHttp.Answer::isOk)
                .body()
                .path("access_token")
                .asString();
        return new ServiceToken(token, System.nanoTime());
    }

    private record ServiceToken(String text, long fetchedAt) {

        boolean isOld() {
            return System.nanoTime() - fetchedAt > Duration.ofMinutes(1).toNanos();
        }
    }

    /** Whether the long runs are wanted. */
    public static boolean full() {
        return Boolean.getBoolean("capstan.full");
    }

    /** Where an instance of a service listens; instances count from 1. */
    public String url(String service, int instance) {
        return stack.url(service, instance);
    }

    public StackProcess process(String name) {
        return stack.process(name);
    }

    public LocalStack stack() {
        return stack;
    }

    /** Waits until everything runs. */
    public void awaitWhole(Duration limit) {
        org.awaitility.Awaitility.await("the whole stack")
                .atMost(limit)
                .until(() -> stack.processes().stream()
                        .allMatch(process -> process.status().state() == ProcessState.READY));
    }

    public CrashPlans crashPlans() {
        return new CrashPlans(FOLDER);
    }

    /** The database as its superuser: to look from outside, and to do the damage that a test needs. */
    public Sql sql() {
        String password = stack.secrets().password("launcher", "postgres-password");
        return new Sql(new PostgresAdmin(port(PortName.POSTGRES), password));
    }

    public String kafka() {
        return "127.0.0.1:" + port(PortName.KAFKA);
    }

    private int port(PortName name) {
        return stack.options().ports().of(name);
    }
}
