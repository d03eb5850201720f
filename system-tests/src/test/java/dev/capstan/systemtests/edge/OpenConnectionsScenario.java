package dev.capstan.systemtests.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.systemtests.dsl.Capstan;
import dev.capstan.systemtests.dsl.TradingAccount;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * A thousand open connections of fifty users, each of which reads once a second, whether or not its last answer has come: {@code --full}
 * alone. Times are counted from when a read was due.
 */
class OpenConnectionsScenario {

    private static final int CONNECTIONS = 1_000;
    private static final int USERS = 50;
    private static final long EACH = TimeUnit.SECONDS.toNanos(1);
    /** A stack that has just started carries less: each connection asks every eighth second first, then every fourth and second. */
    private static final List<Integer> PAUSES = List.of(8, 4, 2);

    private static final int RAMP = 40;
    private static final int WARM_UP = PAUSES.size() * RAMP + 30;
    private static final int MEASURED = 30;
    private static final double LIMIT_MILLIS = 100;

    private final Capstan capstan = Capstan.shared();
    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    @Test
    void eachIsAnsweredSoon() throws Exception {
        Assumptions.assumeTrue(Capstan.full(), "only with --full");
        capstan.awaitWhole(Duration.ofMinutes(2));
        TradingAccount account = capstan.trader().opensTradingAccount("ETHUSDT.BINANCE", "0.1");
        List<String> tokens = new Crowd(capstan).tokens(USERS, "viewer");
        tokens.forEach(token -> grant(account, token));
        run(account, tokens);
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "open connections: %d of %d users, %d reads in %d s, p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, %d failed%n",
                CONNECTIONS,
                USERS,
                sorted.length,
                MEASURED,
                millis(sorted, 50),
                millis(sorted, 95),
                millis(sorted, 99),
                failures.size());
        assertThat(failures).isEmpty();
        assertThat(sorted).hasSize(CONNECTIONS * MEASURED);
        assertThat(millis(sorted, 95)).isLessThan(LIMIT_MILLIS);
    }

    private void grant(TradingAccount account, String token) {
        String subject = JsonMapper.shared()
                .readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]))
                .path("sub")
                .asString();
        account.owner()
                .api()
                .post(
                        "/api/accounts/" + account.accountId() + "/grants",
                        Map.of("subject", subject, "permission", "VIEW"))
                .expect(200);
    }

    private void run(TradingAccount account, List<String> tokens) throws IOException, InterruptedException {
        List<OpenConnection> connections = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CONNECTIONS; i++) {
                connections.add(new OpenConnection(
                        URI.create(capstan.url("gateway", 1)),
                        "/api/positions?accountId=" + account.accountId(),
                        tokens.get(i % USERS)));
            }
            long start = System.nanoTime();
            for (int i = 0; i < CONNECTIONS; i++) {
                OpenConnection connection = connections.get(i);
                int number = i;
                threads.execute(() -> asks(connection, number, start + number * EACH / CONNECTIONS));
            }
        } finally {
            for (OpenConnection connection : connections) {
                connection.close();
            }
        }
    }

    /** Once a second, evenly spread over all connections. */
    private void asks(OpenConnection connection, int number, long first) {
        try {
            for (int second = 0; second < WARM_UP + MEASURED; second++) {
                if (!isTurn(second, number)) {
                    continue;
                }
                long due = first + second * EACH;
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                int status = connection.ask();
                if (second >= WARM_UP) {
                    note(status, System.nanoTime() - due);
                }
            }
        } catch (IOException e) {
            failures.add(e.toString());
        }
    }

    private static boolean isTurn(int second, int number) {
        int step = second / RAMP;
        return step >= PAUSES.size() || (second + number) % PAUSES.get(step) == 0;
    }

    private void note(int status, long took) {
        if (status == 200) {
            nanos.add(took);
        } else {
            failures.add("status " + status);
        }
    }

    private static double millis(long[] sorted, int percent) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(percent / 100.0 * sorted.length) - 1] / 1e6;
    }
}
