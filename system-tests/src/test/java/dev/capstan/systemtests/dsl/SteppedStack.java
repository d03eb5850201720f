package dev.capstan.systemtests.dsl;

import dev.capstan.launcher.component.ComponentCache;
import dev.capstan.launcher.seed.DemoUser;
import dev.capstan.launcher.seed.Keycloak;
import dev.capstan.launcher.seed.Seeding;
import dev.capstan.launcher.stack.LocalStack;
import dev.capstan.launcher.stack.MarketOptions;
import dev.capstan.launcher.stack.MarketOptions.MadeUp;
import dev.capstan.launcher.stack.PortName;
import dev.capstan.launcher.stack.StackAddresses;
import dev.capstan.launcher.stack.StackListener;
import dev.capstan.launcher.stack.StackOptions;
import dev.capstan.launcher.stack.StackProcess;
import dev.capstan.launcher.step.StepDriver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A stack as {@code ./capstan up --step --market synthetic} starts it: one of each service, and a market that stands still. */
public final class SteppedStack implements AutoCloseable {

    private static final Path FOLDER = Path.of("target", "stepped-stack").toAbsolutePath();
    private static final Duration START_LIMIT = Duration.ofMinutes(6);
    private static final Duration BACK_WITHIN = Duration.ofSeconds(60);
    private static final Duration TOKEN_KEPT = Duration.ofMinutes(1);

    private final LocalStack stack;
    private final StackAddresses addresses;
    private final String account;
    private String token = "";
    private long tokenNanos;

    private SteppedStack(LocalStack stack, StackAddresses addresses, String account) {
        this.stack = stack;
        this.addresses = addresses;
        this.account = account;
    }

    /** Starts it, with the account that {@code ./capstan up} opens. */
    public static SteppedStack start() {
        StackOptions options = StackOptions.inFolder(
                        Path.of("..").toAbsolutePath().normalize(),
                        FreshFolder.at(FOLDER),
                        ComponentCache.ofUser(System.out::println))
                .withFreePorts()
                .tirelessly()
                .withMarket(MarketOptions.madeUp(MadeUp.SYNTHETIC, List.of()).withSteps());
        LocalStack stack = LocalStack.start(options, StackListener.NONE);
        try {
            stack.awaitReady(START_LIMIT);
            StackAddresses addresses = StackAddresses.of(options);
            String account = new Seeding(addresses, stack.secrets()).run().orElseThrow();
            return new SteppedStack(stack, addresses, account);
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    public StepDriver driver() {
        return StepDriver.of(stack);
    }

    /** The trader's account. */
    public String account() {
        return account;
    }

    public StackProcess process(String name) {
        return stack.process(name);
    }

    /** Kills it as a crash would, and returns when it is back. */
    public void kills(String process) {
        stack.process(process).kill();
        stack.awaitReady(List.of(process), BACK_WITHIN);
    }

    public String venueUrl() {
        return "http://127.0.0.1:" + stack.options().ports().of(PortName.SIMULATOR);
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
            token = new Keycloak(addresses.keycloak(), stack.secrets()).token(DemoUser.TRADER);
            tokenNanos = System.nanoTime();
        }
        return token;
    }

    /** A market order. Answers its id. */
    public String buys(String instrumentId, String quantity) {
        return api().post(
                        "/api/orders",
                        Map.of(
                                "accountId",
                                account,
                                "instrumentId",
                                instrumentId,
                                "side",
                                "BUY",
                                "orderType",
                                "MARKET",
                                "timeInForce",
                                "GTC",
                                "quantity",
                                quantity))
                .expect(201)
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
