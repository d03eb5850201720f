package dev.capstan.execution.order.application;

import dev.capstan.contracts.id.AccountId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * How many orders of one account this replica takes to their decision at a time; the others wait in line. Risk decides one after the other for
 * an account anyway: more questions at once only make each of them late, and a late question is asked again.
 */
final class DecisionPlaces {

    private final int places;
    private final Map<AccountId, Semaphore> byAccount = new ConcurrentHashMap<>();

    DecisionPlaces(int places) {
        this.places = places;
    }

    /** Empty, with nothing done, when no place became free in time. */
    <T> Optional<T> inPlace(AccountId accountId, Duration patience, Supplier<T> work) {
        Semaphore free = byAccount.computeIfAbsent(accountId, id -> new Semaphore(places, true));
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
