package dev.capstan.marketdata.feed;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.marketdata.TickEvent;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Ticks on their way to Kafka. Putting one in never waits: when its instrument's share is full, that instrument's oldest goes. So a
 * busy instrument loses its own history and never another's price.
 */
final class TickBuffer {

    private final int share;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Map<InstrumentId, Queue<TickEvent>> ticks = new HashMap<>();
    /** One entry for each tick that waits, in the order of arrival; a dropped tick leaves its place to the one that pushed it out. */
    private final Queue<InstrumentId> turns = new ArrayDeque<>();

    /** @param share how many ticks of one instrument may wait */
    TickBuffer(int share) {
        this.share = share;
    }

    /** Puts a tick in; false when an older one had to go. */
    boolean put(TickEvent tick) {
        lock.lock();
        try {
            Queue<TickEvent> own = ticks.computeIfAbsent(tick.instrumentId(), _ -> new ArrayDeque<>());
            boolean roomy = own.size() < share;
            if (roomy) {
                turns.add(tick.instrumentId());
            } else {
                own.remove();
            }
            own.add(tick);
            filled.signal();
            return roomy;
        } finally {
            lock.unlock();
        }
    }

    /** The next tick, waiting for one. */
    TickEvent take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (turns.isEmpty()) {
                filled.await();
            }
            return ticks.getOrDefault(turns.remove(), new ArrayDeque<>()).remove();
        } finally {
            lock.unlock();
        }
    }
}
