package dev.capstan.kit.consumer.deadletter;

import dev.capstan.kit.consumer.deadletter.DeadLetterRows.Filter;
import dev.capstan.kit.failure.Infrastructure;
import dev.capstan.kit.jdbc.Transactions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries dead letters again, oldest first; a key stops at its first that still fails, and its later ones keep waiting behind it. */
final class Replay {

    private static final Logger log = LoggerFactory.getLogger(Replay.class);
    private static final int PAGE = 100;

    private final DeadLetterRows rows;
    private final Transactions transactions;
    private final Supplier<Map<String, Replayer>> replayers;

    Replay(DeadLetterRows rows, Transactions transactions, Supplier<Map<String, Replayer>> replayers) {
        this.rows = rows;
        this.transactions = transactions;
        this.replayers = replayers;
    }

    /**
     * What came of it.
     *
     * @param replayed applied and gone from the list
     * @param remaining still there, the failed ones and those behind them
     */
    record Outcome(int replayed, int remaining) {}

    Outcome run(Filter filter) {
        Set<String> stopped = new HashSet<>();
        int replayed = 0;
        int remaining = 0;
        long after = 0;
        // Also reaches records that join while we are at it, so that the key is free at the end.
        for (List<DeadLetter> page = rows.list(filter, after, PAGE);
                !page.isEmpty();
                page = rows.list(filter, after, PAGE)) {
            for (DeadLetter letter : page) {
                String stream = letter.consumer() + "\n" + letter.topic() + "\n" + letter.key();
                if (!stopped.contains(stream) && replayed(letter)) {
                    replayed++;
                } else {
                    remaining++;
                    stopped.add(stream);
                }
            }
            after = page.getLast().id();
        }
        return new Outcome(replayed, remaining);
    }

    private boolean replayed(DeadLetter letter) {
        Replayer replayer = replayers.get().get(letter.consumer());
        if (replayer == null) {
            return false;
        }
        try {
            transactions.run(() -> {
                // The consumer takes the same lock, so a record that is just arriving sees the key held back or free,
                // never between.
                rows.lockAndIsHeldBack(letter.consumer(), letter.topic(), letter.key());
                replayer.replay(letter);
                rows.delete(letter.id());
            });
            return true;
        } catch (RuntimeException e) {
            if (Infrastructure.isAway(e)) {
                throw e;
            }
            log.warn("Dead letter {} of {} still fails: {}", letter.id(), letter.consumer(), e.getMessage());
            rows.failedAgain(letter.id(), e.getClass().getSimpleName() + ": " + e.getMessage());
            return false;
        }
    }
}
