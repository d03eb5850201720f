package dev.capstan.execution.order.adapter.postgres;

import dev.capstan.contracts.id.StreamKey;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets threads of this replica take turns at a stream before they take a database connection. The row lock alone would do, but a hundred
 * waiters for one row would hold every connection of the pool, the one that the lease's renewal needs included.
 */
final class StreamTurns {

    private final ConcurrentMap<StreamKey, ReentrantLock> turns = new ConcurrentHashMap<>();

    <T> T inTurn(Collection<StreamKey> keys, Supplier<T> work) {
        Deque<ReentrantLock> held = new ArrayDeque<>();
        try {
            for (StreamKey key : new TreeSet<>(keys)) {
                ReentrantLock turn = turns.computeIfAbsent(key, _ -> new ReentrantLock(true));
                turn.lock();
                held.push(turn);
            }
            return work.get();
        } finally {
            held.forEach(ReentrantLock::unlock);
        }
    }
}
