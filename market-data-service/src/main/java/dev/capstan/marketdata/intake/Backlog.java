package dev.capstan.marketdata.intake;

import dev.capstan.marketdata.candle.domain.Arrival;
import dev.capstan.marketdata.candle.domain.SeriesKey;
import java.time.Duration;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** Series that are behind the venue's record, one after the other. Used by one thread. */
final class Backlog {

    /**
     * A series to bring up to date.
     *
     * @param held the last candle of the stream that waits for it
     */
    record Entry(SeriesKey key, @Nullable Arrival held) {}

    private final LinkedHashMap<SeriesKey, Entry> entries = new LinkedHashMap<>();
    private long nextNanos = System.nanoTime();

    void add(SeriesKey key) {
        entries.putIfAbsent(key, new Entry(key, null));
    }

    /** The latest of a series is enough: the record has those before it. */
    void add(Arrival arrival) {
        entries.put(arrival.key(), new Entry(arrival.key(), arrival));
    }

    /** Puts an entry that failed behind all others, unless a newer one of its series came meanwhile; nothing is due for a while. */
    void putOff(Entry entry, Duration pause) {
        entries.putIfAbsent(entry.key(), entry);
        nextNanos = System.nanoTime() + pause.toNanos();
    }

    boolean isDue() {
        return !entries.isEmpty() && System.nanoTime() - nextNanos >= 0;
    }

    Entry next() {
        return entries.pollFirstEntry().getValue();
    }

    int size() {
        return entries.size();
    }

    void clear() {
        entries.clear();
    }
}
