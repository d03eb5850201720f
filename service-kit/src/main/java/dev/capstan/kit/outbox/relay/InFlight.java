package dev.capstan.kit.outbox.relay;

import dev.capstan.kit.outbox.OutboxRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Rows between the look that found them and their deletion. A look leaves them out, so nothing is sent twice by one life of the relay. */
final class InFlight {

    private static final long COLLECT_MILLIS = 40;

    private final Map<Long, Sent> sent = new ConcurrentHashMap<>();
    private final BlockingQueue<Sent> acknowledged = new LinkedBlockingQueue<>();

    /**
     * A row on its way.
     *
     * @param fence of its bucket when the row was read
     */
    record Sent(OutboxRow row, long fence) {

        long id() {
            return row.id();
        }
    }

    void add(OutboxRow row, long fence) {
        sent.put(row.id(), new Sent(row, fence));
    }

    void acknowledge(OutboxRow row) {
        Sent known = sent.get(row.id());
        if (known != null) {
            acknowledged.add(known);
        }
    }

    void remove(OutboxRow row) {
        sent.remove(row.id());
    }

    void remove(Collection<Sent> deleted) {
        deleted.forEach(one -> sent.remove(one.id()));
    }

    /**
     * Lets every row be read again that is not known to be in Kafka. Called when no answer can come any more.
     *
     * @return how many; each may be in Kafka all the same
     */
    int forgetUnanswered(Collection<Sent> beingDeleted) {
        List<Long> answered = new ArrayList<>();
        acknowledged.forEach(one -> answered.add(one.id()));
        beingDeleted.forEach(one -> answered.add(one.id()));
        int before = sent.size();
        sent.keySet().retainAll(answered);
        return before - sent.size();
    }

    /**
     * Waits for acknowledged rows and takes what is there, oldest first. A moment more collects what comes right behind: each
     * delete is a commit that competes with the commits of orders, and nobody waits for it.
     */
    List<Sent> takeAcknowledged(int most) throws InterruptedException {
        List<Sent> batch = new ArrayList<>();
        Sent first = acknowledged.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
            TimeUnit.MILLISECONDS.sleep(COLLECT_MILLIS);
            batch.add(first);
            acknowledged.drainTo(batch, most - 1);
        }
        return batch;
    }

    List<Long> ids() {
        return List.copyOf(sent.keySet());
    }

    boolean isEmpty() {
        return sent.isEmpty();
    }

    boolean isSettled(int bucket) {
        return sent.values().stream().noneMatch(one -> one.row().bucket() == bucket);
    }
}
