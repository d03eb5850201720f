package dev.capstan.systemtests.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.launcher.testing.Crowd;
import dev.capstan.systemtests.dsl.Capstan;
import dev.capstan.systemtests.dsl.OnAQuietMachine;
import dev.capstan.systemtests.edge.EdgeCalls.Left;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Limits over two gateways: those that are shipped with {@code --full}, because they are high; else small ones. */
@OnAQuietMachine
class GatewayLimitsScenario {

    private static final Quotas QUOTAS = Capstan.full() ? Quotas.SHIPPED : Quotas.SMALL;

    /** How long a test may take to use a quota up, in seconds: its window must last longer. */
    private static final int USED_UP_IN = Capstan.full() ? 45 : 12;

    /** Seconds in which a user reads twice as much as he may. */
    private static final int READING = Capstan.full() ? 20 : 6;

    private static final Duration WINDOWS = Duration.ofSeconds(150);
    private static final Duration EXCHANGE = Duration.ofSeconds(5);

    private static final int USERS = 8;

    private static @Nullable LimitedGateways gateways;
    private static List<String> users = List.of();
    private static List<String> lookers = List.of();

    private final LimitedGateways two = Objects.requireNonNull(gateways, "started");
    private EdgeCalls edge = new EdgeCalls(two);

    /** With users of its own, because the stack's other gateways count what others do in the same table. */
    @BeforeAll
    static void start() {
        Capstan.shared().awaitWhole(Duration.ofMinutes(2));
        gateways = new LimitedGateways(Capstan.shared(), QUOTAS);
        Crowd crowd = new Crowd(
                Capstan.shared().keycloakUrl(), Capstan.shared().stack().secrets());
        users = crowd.tokens(USERS, "trader");
        lookers = crowd.tokens(1, "viewer");
    }

    @AfterAll
    static void stop() {
        if (gateways != null) {
            gateways.close();
        }
    }

    /** Each gateway tells the other once a second, so a caller who hurries gets some of a second's calls more. */
    @Test
    void aUsersReadsHoldOverBoth() throws Exception {
        Fresh user = fresh("reads-per-user", QUOTAS.reads(), token -> read(token, 0));
        int passed = 0;
        int most = 0;
        for (int second = 0; second < READING; second++) {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
            int now = passed(4, 2 * QUOTAS.reads() / READING, call -> read(user.token(), call));
            passed += now;
            most = Math.max(most, now);
            await().atMost(EXCHANGE).until(() -> System.nanoTime() > end);
        }
        System.out.printf(
                "limits: %d reads passed two gateways where %d were left, up to %d in a second%n",
                passed, user.left(), most);
        assertThat((long) passed).isBetween(user.left(), Math.min(user.left() + 2L * most, 2L * QUOTAS.reads() - 1));
        assertThat(read(user.token(), 0).statusCode()).isEqualTo(429);
        assertThat(read(user.token(), 1).statusCode()).isEqualTo(429);
        assertThat(read(other(user), 1).statusCode()).isEqualTo(200);
    }

    @Test
    void aUsersWritesHoldExactlyOverBoth() throws Exception {
        Fresh user = fresh("writes-per-user", QUOTAS.writes(), token -> write(token, 0));
        int passed = passed(4, QUOTAS.writes() + 40, call -> write(user.token(), call));
        System.out.printf("limits: %d writes passed two gateways where %d were left%n", passed, user.left());
        assertThat((long) passed).isEqualTo(user.left());
        HttpResponse<String> refused = write(user.token(), 1);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
        assertThat(write(other(user), 0).statusCode()).isEqualTo(404);
    }

    @Test
    void anAddressHoldsOverBothWhoeverCallsFromIt() throws Exception {
        long left = fromFreshAddress("strategy-per-address", () -> strategy(0));
        int passed = passed(2, 2 * QUOTAS.strategy(), this::strategy);
        assertThat((long) passed).isEqualTo(left);
    }

    @Test
    void whoIsUnknownCostsNoUserAnything() throws Exception {
        Fresh user = fresh("reads-per-user", QUOTAS.reads(), token -> read(token, 0));
        fromFreshAddress("refused-per-address", () -> unknown(0));
        int passed = passed(4, QUOTAS.withoutToken() + 40, this::unknown);
        assertThat(passed).isGreaterThanOrEqualTo(QUOTAS.withoutToken() - 1);
        await().atMost(EXCHANGE)
                .until(() ->
                        Stream.of(0, 1).allMatch(gateway -> unknown(gateway).statusCode() == 429));
        HttpResponse<String> good = read(user.token(), 0);
        assertThat(good.statusCode()).isEqualTo(200);
        assertThat(Left.of(good, "reads-per-user").calls()).isGreaterThan(user.left() - 5);
        assertThat(Left.of(good, "reads-per-address").calls()).isEqualTo(Quotas.READS_FROM_AN_ADDRESS - 1);
    }

    /** What was counted for the address is given back, at the latest when the gateways tell each other. */
    @Test
    void whoMayNotCostsHisAddressNothing() {
        Fresh user = fresh("writes-per-user", QUOTAS.writes(), token -> write(token, 0));
        long before = fromFreshAddress("writes-per-address", () -> write(user.token(), 0));
        IntStream.range(0, QUOTAS.writes() / 2)
                .forEach(call ->
                        assertThat(write(lookers.getFirst(), call).statusCode()).isEqualTo(403));
        AtomicInteger good = new AtomicInteger();
        await().atMost(EXCHANGE).pollInterval(Duration.ofMillis(500)).until(() -> {
            HttpResponse<String> answer = write(user.token(), good.incrementAndGet());
            return Left.of(answer, "writes-per-address").calls() == before - good.get();
        });
    }

    /** Calls that are not answered 429, of so many by so many callers at once. */
    private static int passed(int callers, int calls, IntFunction<HttpResponse<String>> call) throws Exception {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger passed = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            List<Future<?>> all = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                all.add(threads.submit(() -> {
                    for (int number = next.getAndIncrement(); number < calls; number = next.getAndIncrement()) {
                        passed.addAndGet(call.apply(number).statusCode() == 429 ? 0 : 1);
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        return passed.get();
    }

    /**
     * Somebody who has time to use up what he may.
     *
     * @param left so many calls
     */
    private record Fresh(String token, long left) {}

    /** One of the users whose window lasts, and who has most of it left: their windows end at different moments. */
    private static Fresh fresh(String policy, int quota, Function<String, HttpResponse<String>> look) {
        return await("a user with " + policy + " left")
                .atMost(WINDOWS)
                .pollInterval(Duration.ofSeconds(2))
                .until(
                        () -> users.stream()
                                .flatMap(token -> {
                                    Left left = Left.of(look.apply(token), policy);
                                    boolean good = left.seconds() > USED_UP_IN && left.calls() > quota * 3L / 4;
                                    return good ? Stream.of(new Fresh(token, left.calls())) : Stream.empty();
                                })
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static String other(Fresh user) {
        return users.stream()
                .filter(token -> !token.equals(user.token()))
                .findFirst()
                .orElseThrow();
    }

    /** What is left at the address from which the following calls come; its window lasts. */
    private long fromFreshAddress(String policy, Supplier<HttpResponse<String>> look) {
        for (int tries = 0; tries < 100; tries++) {
            edge = new EdgeCalls(two);
            Left left = Left.of(look.get(), policy);
            if (left.seconds() > USED_UP_IN) {
                return left.calls();
            }
        }
        throw new AssertionError("no address with " + policy + " left");
    }

    private HttpResponse<String> read(String token, int call) {
        return edge.reads(token, call, "/api/trading-state");
    }

    private HttpResponse<String> write(String token, int call) {
        return edge.cancels(token, call);
    }

    private HttpResponse<String> strategy(int call) {
        return edge.reads(users.get(call % users.size()), call, "/api/strategy/status");
    }

    private HttpResponse<String> unknown(int call) {
        return edge.reads("made-up", call, "/api/positions");
    }
}
