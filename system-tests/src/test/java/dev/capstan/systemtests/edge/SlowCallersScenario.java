package dev.capstan.systemtests.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.capstan.launcher.seed.DemoUser;
import dev.capstan.systemtests.dsl.Api;
import dev.capstan.systemtests.dsl.Capstan;
import dev.capstan.systemtests.dsl.OnAQuietMachine;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** A thousand connections that nobody finishes leave the gateway to everybody else. */
@OnAQuietMachine
class SlowCallersScenario {

    private static final int CONNECTIONS = 1_000;
    private static final Duration GAP = Duration.ofMillis(50);
    private static final int READS = 1_200;
    private static final double LIMIT_MILLIS = 1_000;

    private static final int WARM = 40;
    private static final Duration QUICK = Duration.ofMillis(100);
    private static final Duration PATIENT = Duration.ofSeconds(30);

    private final Capstan capstan = Capstan.shared();

    @Test
    void anotherUserNoticesNothing() throws Exception {
        assumeTrue(Capstan.full(), "a minute of a thousand slow callers: --full");
        capstan.awaitWhole(Duration.ofMinutes(2));
        Api gateway = capstan.person(DemoUser.VIEWER).api();
        URI url = URI.create(capstan.url("gateway", 1));
        double[] millis = new double[READS];
        int returns;
        try (SlowCallers callers = new SlowCallers(
                new InetSocketAddress(url.getHost(), url.getPort()),
                CONNECTIONS,
                capstan.trader().token())) {
            await("the first to be hung up on").atMost(PATIENT).until(() -> callers.returns() > CONNECTIONS / 4);
            awaitWarm(gateway);
            int before = callers.returns();
            long start = System.nanoTime();
            for (int read = 0; read < READS; read++) {
                long due = start + read * GAP.toNanos();
                LockSupport.parkNanos(due - System.nanoTime());
                gateway.get("/api/trading-state").expect(200);
                millis[read] = (System.nanoTime() - due) / 1e6;
            }
            returns = callers.returns() - before;
        }
        Arrays.sort(millis);
        double p99 = millis[(int) Math.ceil(0.99 * READS) - 1];
        System.out.printf(
                "slow callers: %d connections, hung up on %d times; %d reads of another user, p50 %.1f ms, p99 %.1f ms%n",
                CONNECTIONS, returns, READS, millis[READS / 2], p99);
        assertThat(returns).as("callers that were hung up on").isPositive();
        assertThat(p99).isLessThan(LIMIT_MILLIS);
    }

    /** A stack that was just started is slow by itself, the more so at what it has never done: here is to be seen what the others add. */
    private static void awaitWarm(Api gateway) {
        AtomicInteger quick = new AtomicInteger();
        await("reads to be quick")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(GAP)
                .until(() -> {
                    long before = System.nanoTime();
                    gateway.get("/api/trading-state").expect(200);
                    boolean isQuick = System.nanoTime() - before < QUICK.toNanos();
                    return quick.updateAndGet(count -> isQuick ? count + 1 : 0) >= WARM;
                });
    }
}
