package dev.capstan.systemtests.feed;

import dev.capstan.systemtests.dsl.Venue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Trades that a test has printed at the venue, beside those of the market. Prices are held where they were, and let go when closed. */
final class Prints implements AutoCloseable {

    private static final List<String> SYMBOLS = List.of("BTCUSDT", "ETHUSDT", "SOLUSDT", "XRPUSDT");
    private static final int PRINTERS = 8;

    private final Venue venue;
    private final Map<String, BigDecimal> prices = new TreeMap<>();

    Prints(Venue venue) {
        this.venue = venue;
        SYMBOLS.forEach(symbol -> prices.put(symbol, venue.price(symbol)));
    }

    /** As many as that, as fast as the venue prints them. */
    void atOnce(int count) throws ExecutionException, InterruptedException {
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(PRINTERS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int printer = 0; printer < PRINTERS; printer++) {
                all.add(threads.submit(() -> {
                    for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                        print(number);
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    /** One after the other when each is due, so many a second. */
    void evenly(int perSecond, Duration length) {
        long each = TimeUnit.SECONDS.toNanos(1) / perSecond;
        long start = System.nanoTime();
        for (int number = 0; number < perSecond * length.toSeconds(); number++) {
            LockSupport.parkNanos(start + number * each - System.nanoTime());
            print(number);
        }
    }

    private void print(int number) {
        String symbol = SYMBOLS.get(number % SYMBOLS.size());
        venue.holdsPrice(symbol, prices.getOrDefault(symbol, BigDecimal.ONE));
    }

    @Override
    public void close() {
        SYMBOLS.forEach(venue::letsPricePlay);
    }
}
