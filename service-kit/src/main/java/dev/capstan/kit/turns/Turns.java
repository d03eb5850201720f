package dev.capstan.kit.turns;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets threads of this replica take turns at a row before they take a database connection. The row's lock alone would do, but a hundred
 * waiters for one row would hold every connection of the pool, those that a lease's renewal and a consumer need included.
 *
 * @param <K> what names the row
 */
public final class Turns<K> {

    private final ConcurrentMap<K, ReentrantLock> turns = new ConcurrentHashMap<>();

    /** Waits for all the keys, as long as it takes; in their order, so that two who want the same cannot wait for each other. */
    public <T> T inTurn(SortedSet<K> keys, Supplier<T> work) {
        Deque<ReentrantLock> held = new ArrayDeque<>();
        try {
            for (K key : keys) {
                ReentrantLock turn = turn(key);
                turn.lock();
                held.push(turn);
            }
            return work.get();
        } finally {
            held.forEach(ReentrantLock::unlock);
        }
    }

    private ReentrantLock turn(K key) {
        return turns.computeIfAbsent(key, any -> new ReentrantLock(true));
    }
}
