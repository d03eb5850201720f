package dev.capstan.systemtests.dsl;

import dev.capstan.launcher.component.ComponentCache;
import dev.capstan.launcher.component.PostgresAdmin;
import dev.capstan.launcher.seed.DemoUser;
import dev.capstan.launcher.seed.Keycloak;
import dev.capstan.launcher.seed.Seeding;
import dev.capstan.launcher.stack.LocalStack;
import dev.capstan.launcher.stack.MarketOptions;
import dev.capstan.launcher.stack.PortName;
import dev.capstan.launcher.stack.StackAddresses;
import dev.capstan.launcher.stack.StackListener;
import dev.capstan.launcher.stack.StackOptions;
import dev.capstan.launcher.stack.StackOptions.ServiceExtras;
import dev.capstan.launcher.stack.StackProcess;
import dev.capstan.launcher.step.StepDriver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A stack as {@code ./capstan up --replay BTCUSDT.BINANCE=… --replay ETHUSDT.BINANCE=…} starts it: one of each service, crash points armed.
 * The first instrument plays real minutes where this machine has some, the second made-up ones.
 */
public final class ReplayStack implements AutoCloseable {

    public static final String REAL = "BTCUSDT.BINANCE";
    public static final String MADE_UP = "ETHUSDT.BINANCE";

    /** Enough for all scenarios that step the shared one. */
    private static final int MINUTES = 1200;

    private static final long FIRST_SEED = 11;
    private static final long SECOND_SEED = 12;
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> ARMED = List.of("strategy-service", "execution-service");
    private static final Duration START_LIMIT = Duration.ofMinutes(6);
    private static final Duration BACK_WITHIN = Duration.ofSeconds(60);
    private static final Duration LOG_IN_LIMIT = Duration.ofSeconds(20);
    private static final Duration TOKEN_KEPT = Duration.ofMinutes(1);
    /** A killed service is back by then, and what it left in doubt is known. */
    private static final Duration QUIET_WITHIN = Duration.ofMinutes(2);

    private static @Nullable ReplayStack stepped;

    private final Path folder;
    private final LocalStack stack;
    private final StackAddresses addresses;
    private final String account;
    private String token = "";
    private long tokenNanos;

    private ReplayStack(Path folder, LocalStack stack, StackAddresses addresses, String account) {
        this.folder = folder;
        this.stack = stack;
        this.addresses = addresses;
        this.account = account;
    }

    /** The one whose market stands still but for steps, started by the first scenario that asks; it ends with the JVM, if not before. */
    public static synchronized ReplayStack stepped() {
        ReplayStack known = stepped;
        if (known == null) {
            known = Boots.later(() ->
                    start("stepped-stack", market("stepped-files", MINUTES).withSteps()));
            Runtime.getRuntime().addShutdownHook(new Thread(ReplayStack::endStepped, "end-of-stepped-stack"));
            stepped = known;
        }
        return known;
    }

    /** Nobody steps it any more. */
    public static synchronized void endStepped() {
        ReplayStack known = stepped;
        if (known != null) {
            known.close();
            stepped = null;
        }
    }

    /** One whose market plays {@code speed} minutes a minute, from the first of {@code minutes} to the last. */
    public static ReplayStack atSpeed(int speed, int minutes) {
        MarketOptions market = market("speed-files", minutes);
        return start(
                "speed-stack",
                new MarketOptions(market.replays(), market.madeUp(), BigDecimal.valueOf(speed), market.arguments()));
    }

    private static MarketOptions market(String name, int minutes) {
        ReplayFiles files = new ReplayFiles(FreshFolder.at(target(name)));
        return new MarketOptions(
                Map.of(REAL, files.realOr(FIRST_SEED, minutes), MADE_UP, files.madeUp(SECOND_SEED, minutes)),
                MarketOptions.MadeUp.SYNTHETIC,
                BigDecimal.ONE,
                List.of());
    }

    private static Path target(String name) {
        return Path.of("target", name).toAbsolutePath();
    }

    private static ReplayStack start(String name, MarketOptions market) {
        Path folder = FreshFolder.at(target(name));
        StackOptions options = StackOptions.inFolder(REPOSITORY, folder, ComponentCache.ofUser(System.out::println))
                .shortLived()
                .withFreePorts()
                .tirelessly()
                .withMarket(market)
                // One person reads all the records.
                .withExtras(
                        "gateway", new ServiceExtras(List.of(), Map.of(), Map.of("CAPSTAN_LIMITS", "raised-limits")));
        for (String service : ARMED) {
            options = options.withExtras(service, armed(folder, service));
        }
        LocalStack stack = LocalStack.start(options, StackListener.NONE);
        try {
            stack.awaitReady(START_LIMIT);
            StackAddresses addresses = StackAddresses.of(options);
            String account = new Seeding(addresses, stack.secrets()).untilDone().orElseThrow();
            return new ReplayStack(folder, stack, addresses, account);
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    private static ServiceExtras armed(Path folder, String service) {
        Path plan = CrashPlans.file(folder, service);
        try {
            Files.createDirectories(plan.getParent());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new ServiceExtras(
                List.of(REPOSITORY.resolve("system-tests/crash-points/target/crash-points.jar")),
                Map.of("capstan.crash-points.plan", plan.toString()),
                Map.of());
    }

    public StepDriver driver() {
        return new StepDriver(addresses.simulatorControl().orElseThrow(), stack.status(), QUIET_WITHIN);
    }

    public CrashPlans crashPlans() {
        return new CrashPlans(folder);
    }

    public StackProcess process(String name) {
        return stack.process(name);
    }

    /** Kills it as a crash would, and returns when it is back. */
    public void kills(String process) {
        stack.process(process).kill();
        stack.awaitReady(List.of(process), BACK_WITHIN);
    }

    public Venue venue() {
        return new Venue(port(PortName.SIMULATOR), port(PortName.SIMULATOR_CONTROL));
    }

    /** The database as its superuser. */
    public Sql sql() {
        return new Sql(
                new PostgresAdmin(port(PortName.POSTGRES), stack.secrets().password("launcher", "postgres-password")));
    }

    private int port(PortName name) {
        return stack.options().ports().of(name);
    }

    /** The venue's control address. */
    public Api control() {
        return new Api(addresses.simulatorControl().orElseThrow(), () -> "none");
    }

    /** The trader at the gateway. */
    public Api api() {
        return new Api(addresses.gateway().orElseThrow(), this::token);
    }

    private synchronized String token() {
        if (token.isEmpty() || System.nanoTime() - tokenNanos > TOKEN_KEPT.toNanos()) {
            // Right after its database was away Keycloak fails some calls; so would any client ask again.
            token = Awaitility.await("a token")
                    .atMost(LOG_IN_LIMIT)
                    .ignoreExceptions()
                    .until(
                            () -> new Keycloak(addresses.keycloak(), stack.secrets()).token(DemoUser.TRADER),
                            text -> !text.isEmpty());
            tokenNanos = System.nanoTime();
        }
        return token;
    }

    /** The trader's, with 10,000 USDT at the venue. */
    public PaperAccount opensAccount() {
        return PaperAccount.open(api(), venue(), Map.of("USDT", "10000"));
    }

    /** A market order that reaches the venue; see {@link OrderDesk}. Answers its id. */
    public String buys(String instrumentId, String quantity) {
        return new OrderDesk(api())
                .sends(OrderDesk.market(account, "BUY", instrumentId, quantity))
                .text("orderId");
    }

    public JsonNode order(String orderId) {
        return api().get("/api/orders/" + orderId).expect(200).body();
    }

    /** The position as portfolio has it at this moment; missing when there is none. */
    public JsonNode position(String instrumentId) {
        return api().get("/api/positions?accountId=" + account)
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .filter(each -> each.path("instrumentId").asString().equals(instrumentId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no position in " + instrumentId));
    }

    @Override
    public void close() {
        stack.close();
    }
}
