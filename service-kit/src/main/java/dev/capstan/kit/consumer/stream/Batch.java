package dev.capstan.kit.consumer.stream;

import dev.capstan.kit.consumer.Delivered;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a batch may be applied, seen from where the consumer stands.
 *
 * @param due those that are next, without a gap
 * @param knownNumber highest number heard of, this batch included
 * @param repeated how many were applied before, in this batch or an earlier one
 */
record Batch(List<Delivered> due, long knownNumber, int repeated) {

    /**
     * @param start as read under the key's lock
     * @param open false when the key is parked and stays so: then nothing is due
     */
    static Batch of(Position start, List<Delivered> events, boolean open) {
        List<Delivered> due = new ArrayList<>();
        long known = start.knownNumber();
        int repeated = 0;
        boolean contiguous = open;
        for (Delivered one : events) {
            long last = start.lastNumber() + due.size();
            known = Math.max(known, one.number());
            if (one.number() <= last) {
                repeated++;
            } else if (contiguous && one.number() == last + 1) {
                due.add(one);
            } else {
                // A gap, or a parked key: later ones cannot be next either.
                contiguous = false;
            }
        }
        return new Batch(List.copyOf(due), known, repeated);
    }
}
