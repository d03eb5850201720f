package dev.capstan.systemtests.dsl;

import dev.capstan.launcher.component.ComponentCache;
import dev.capstan.launcher.component.JsonHttp;
import dev.capstan.launcher.seed.DemoUser;
import dev.capstan.launcher.seed.Keycloak;
import dev.capstan.launcher.seed.Seeding;
import dev.capstan.launcher.stack.LocalStack;
import dev.capstan.launcher.stack.Services;
import dev.capstan.launcher.stack.StackAddresses;
import dev.capstan.launcher.stack.StackListener;
import dev.capstan.launcher.stack.StackOptions;
import dev.capstan.launcher.stack.StackOptions.ServiceExtras;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A stack as {@code ./capstan up --otel} starts it: one of each service, all of them traced. */
public final class TracedStack implements AutoCloseable {

    private static final Path FOLDER = Path.of("target", "traced-stack").toAbsolutePath();
    private static final Duration START_LIMIT = Duration.ofMinutes(6);

    /** So that nobody waits five seconds for a batch. */
    private static final ServiceExtras PROMPT =
            new ServiceExtras(List.of(), Map.of(), Map.of("OTEL_BSP_SCHEDULE_DELAY", "200"));

    private final LocalStack stack;
    private final StackAddresses addresses;
    private final String account;

    private TracedStack(LocalStack stack, StackAddresses addresses, String account) {
        this.stack = stack;
        this.addresses = addresses;
        this.account = account;
    }

    /** Starts it; its services send what they trace to the receiver. */
    public static TracedStack sendingTo(OtlpReceiver receiver) {
        StackOptions options = StackOptions.inFolder(
                        Path.of("..").toAbsolutePath().normalize(),
                        FreshFolder.at(FOLDER),
                        ComponentCache.ofUser(System.out::println))
                .withFreePorts()
                .withTracing(receiver.address());
        for (var service : Services.all()) {
            options = options.withExtras(service.name(), PROMPT);
        }
        LocalStack stack = LocalStack.start(options, StackListener.NONE);
        try {
            stack.awaitReady(START_LIMIT);
            StackAddresses addresses = StackAddresses.of(options);
            String account = new Seeding(addresses, stack.secrets()).untilDone().orElseThrow();
            return new TracedStack(stack, addresses, account);
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    /** The trader buys; the call carries this trace, as one of a traced console would. Answers the order. */
    public JsonHttp.Answer buys(String traceParent, String idempotencyKey) {
        String token = new Keycloak(addresses.keycloak(), stack.secrets()).token(DemoUser.TRADER);
        Map<String, String> headers = new HashMap<>(JsonHttp.bearer(token));
        headers.put("traceparent", traceParent);
        headers.put("Idempotency-Key", idempotencyKey);
        return JsonHttp.post(
                addresses.gateway().orElseThrow() + "/api/orders",
                headers,
                Map.of(
                        "accountId", account,
                        "instrumentId", "BTCUSDT.BINANCE",
                        "side", "BUY",
                        "orderType", "MARKET",
                        "timeInForce", "GTC",
                        "quantity", "0.01"));
    }

    @Override
    public void close() {
        stack.close();
    }
}
