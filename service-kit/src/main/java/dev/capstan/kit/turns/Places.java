package dev.capstan.kit.turns;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * So many at a time for each key, first come first served; the others wait in line before they take anything scarce.
 *
 * @param <K> what is shared, e.g. an account
 */
public final class Places<K> {

    private final int places;
    private final Map<K, Semaphore> byKey = new ConcurrentHashMap<>();

    public Places(int places) {
        this.places = places;
    }

    /** Empty, with nothing done, when no place became free in time. */
    public <T> Optional<T> inPlace(K key, Duration patience, Supplier<T> work) {
        Semaphore free = byKey.computeIfAbsent(key, any -> new Semaphore(places, true));
        try {
            if (!free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            free.release();
        }
    }
}
