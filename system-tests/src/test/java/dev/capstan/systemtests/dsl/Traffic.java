package dev.capstan.systemtests.dsl;

import dev.capstan.launcher.stack.ProcessStatus;
import dev.capstan.launcher.stack.StackProcess;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Traders who go on trading while things break. Each order has one key; a call without a clear answer is repeated with that key, as a careful
 * client would, and one in ten is repeated although it was answered.
 */
public final class Traffic implements AutoCloseable {

    public static final List<String> INSTRUMENTS =
            List.of("BTCUSDT.BINANCE", "ETHUSDT.BINANCE", "SOLUSDT.BINANCE", "XRPUSDT.BINANCE");

    private static final Map<String, String> SMALL = Map.of(
            "BTCUSDT.BINANCE", "0.001",
            "ETHUSDT.BINANCE", "0.01",
            "SOLUSDT.BINANCE", "0.5",
            "XRPUSDT.BINANCE", "50");
    private static final Map<String, Integer> PRICE_PLACES =
            Map.of("BTCUSDT.BINANCE", 2, "ETHUSDT.BINANCE", 2, "SOLUSDT.BINANCE", 2, "XRPUSDT.BINANCE", 4);
    /** Of seven orders three buy and two sell at the market, one buys at a limit above it, the last at one far below. */
    private static final int KINDS = 7;

    private static final Duration RESTS = Duration.ofSeconds(20);
    /** Whose code an order runs through. */
    private static final List<String> ON_THE_WAY = List.of("gateway", "execution-service", "risk-service");

    /** After so many orders the compilers have done the better part of their work. */
    private static final long WARM = 180;

    private static final int WARM_UP_PER_SECOND = 9;
    private static final Duration GIVE_UP = Duration.ofMinutes(2);

    private final Capstan capstan;
    private final List<TradingAccount> accounts;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Random random;
    private final Map<String, String> accepted = new ConcurrentHashMap<>();
    private final AtomicInteger placed = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger repeats = new AtomicInteger();
    private final List<String> wrong = new java.util.concurrent.CopyOnWriteArrayList<>();
    private volatile boolean open = true;
    private @Nullable Thread pump;

    /** A quantity of the instrument that leaves room for many such orders. */
    static String small(String instrument) {
        return SMALL.getOrDefault(instrument, "1");
    }

    public Traffic(Capstan capstan, List<TradingAccount> accounts, long seed) {
        this.capstan = capstan;
        this.accounts = List.copyOf(accounts);
        this.random = new Random(seed);
    }

    /**
     * As many orders as it takes, less those that went their way since the youngest process on it is there: processes that just started run
     * their code slowly, and a crowd would find nothing but queues.
     */
    public static void warmsUp(Capstan capstan, List<TradingAccount> accounts) {
        long missing = WARM - ordersSince(capstan, youngest(capstan));
        System.out.printf("warm-up: %d orders of %d%n", Math.max(0, missing), WARM);
        if (missing <= 0) {
            return;
        }
        try (Traffic traffic = new Traffic(capstan, accounts, 1).start(WARM_UP_PER_SECOND)) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(missing) / WARM_UP_PER_SECOND);
            if (traffic.accepted().isEmpty()) {
                throw new AssertionError("none of " + traffic.placed() + " orders was accepted");
            }
        }
    }

    private static Instant youngest(Capstan capstan) {
        return capstan.stack().processes().stream()
                .map(StackProcess::status)
                .filter(process -> ON_THE_WAY.stream().anyMatch(process.name()::startsWith))
                .map(ProcessStatus::since)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static long ordersSince(Capstan capstan, Instant moment) {
        return capstan.sql()
                .number(
                        "SELECT count(*) FROM execution.orders WHERE received_at > ?::timestamptz AND status = 'FILLED'",
                        moment.toString());
    }

    /** Begins to place orders at this rate, round over accounts and instruments. */
    public Traffic start(double perSecond) {
        long gap = (long) (TimeUnit.SECONDS.toNanos(1) / perSecond);
        pump = Thread.ofPlatform().name("traffic").start(() -> {
            for (int i = 0; open; i++) {
                int index = i;
                threads.execute(() -> trade(index));
                LockSupport.parkNanos(gap);
            }
        });
        return this;
    }

    private void trade(int index) {
        TradingAccount account = accounts.get(index % accounts.size());
        String instrument = INSTRUMENTS.get(index / accounts.size() % INSTRUMENTS.size());
        Map<String, String> order = order(account, instrument, index);
        String key = "traffic-" + UUID.randomUUID();
        placed.incrementAndGet();
        Answer first = untilClear(account, order, key);
        if (first != null && index % 10 == 0) {
            Answer again = untilClear(account, order, key);
            repeats.incrementAndGet();
            if (again != null && !again.text("orderId").equals(first.text("orderId"))) {
                wrong.add("key " + key + " was answered with " + first.text("orderId") + " and then "
                        + again.text("orderId"));
            }
        }
        if (first != null && first.status() == 201 && isFarFromTheMarket(index)) {
            cancelInAWhile(account, first.text("orderId"));
        }
    }

    /** Orders that rest are given up some time later, as traders do; an account may only have so many of them. */
    private void cancelInAWhile(TradingAccount account, String orderId) {
        long end = System.nanoTime() + RESTS.toNanos();
        while (open && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
        }
        try {
            account.owner().api().post("/api/orders/" + orderId + "/cancel", Map.of());
        } catch (RuntimeException unanswered) {
            // Something was being killed; who is not answered leaves the order to the one who tidies up at the end.
        }
    }

    private Map<String, String> order(TradingAccount account, String instrument, int index) {
        String quantity = String.valueOf(SMALL.get(instrument));
        return switch (index % KINDS) {
            case 0, 2, 4 -> account.market("BUY", instrument, quantity);
            case 1, 3 -> account.market("SELL", instrument, quantity);
            case 5 -> account.limit("BUY", instrument, quantity, near(instrument, "1.005"));
            default ->
                account.limit("BUY", instrument, quantity, near(instrument, random.nextBoolean() ? "0.97" : "0.98"));
        };
    }

    private static boolean isFarFromTheMarket(int index) {
        return index % KINDS == KINDS - 1;
    }

    /** A price so much above or below the last one. */
    private String near(String instrument, String factor) {
        try {
            return capstan.venue()
                    .lastPrice(instrument)
                    .multiply(new BigDecimal(factor))
                    .setScale(PRICE_PLACES.getOrDefault(instrument, 2), RoundingMode.DOWN)
                    .toPlainString();
        } catch (UncheckedIOException venueIsAway) {
            return PRICE_PLACES.getOrDefault(instrument, 2) == 4 ? "0.4000" : "100.00";
        }
    }

    /** Null when there was no clear answer for two minutes. */
    private @Nullable Answer untilClear(TradingAccount account, Map<String, String> order, String key) {
        long end = System.nanoTime() + GIVE_UP.toNanos();
        while (System.nanoTime() < end) {
            try {
                Answer answer = account.owner().api().post("/api/orders", order, key);
                if (answer.status() == 201) {
                    accepted.put(key, answer.text("orderId"));
                    return answer;
                }
                if (answer.status() == 422) {
                    refused.incrementAndGet();
                    return answer;
                }
                if (answer.status() == 500 || answer.status() == 400) {
                    wrong.add(key + " was answered " + answer.status() + ": " + answer.body());
                    return null;
                }
            } catch (RuntimeException unanswered) {
                repeats.incrementAndGet();
            }
            repeats.incrementAndGet();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
        }
        wrong.add(key + " had no clear answer for two minutes");
        return null;
    }

    /** Ends the traffic and waits for every call that runs. */
    @Override
    public void close() {
        open = false;
        try {
            Thread pumping = pump;
            if (pumping != null) {
                pumping.join();
            }
            threads.shutdown();
            threads.awaitTermination(3, TimeUnit.MINUTES);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ids of the orders answered 201, by key. */
    public Map<String, String> accepted() {
        return new TreeMap<>(accepted);
    }

    /** What no caller should ever have seen. */
    public List<String> wrong() {
        return List.copyOf(wrong);
    }

    public int placed() {
        return placed.get();
    }

    public int refused() {
        return refused.get();
    }

    /** Calls made again with the key of an order that was already asked for. */
    public int repeats() {
        return repeats.get();
    }
}
