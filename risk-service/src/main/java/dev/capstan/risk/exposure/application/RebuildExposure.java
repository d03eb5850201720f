package dev.capstan.risk.exposure.application;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.kit.consumer.StreamPositions;
import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.risk.exposure.domain.ExposureBooks;
import dev.capstan.risk.exposure.domain.ExposureHash;
import dev.capstan.risk.exposure.domain.InstrumentPosition;

/**
 * Computes a key's figures anew from execution's events.
 *
 * <p>One transaction sets the key back and notes the number it had reached; until that number is applied again, new orders of the account
 * are refused as POSITION_STALE. Applying runs outside of it. Should the process die in between, the next event of the key finds a gap and
 * fetches the rest, and {@link #resume()} does so without waiting for one.
 */
public class RebuildExposure {

    private final ExposureBooks books;
    private final StreamPositions streams;
    private final Transactions transactions;

    public RebuildExposure(ExposureBooks books, StreamPositions streams, Transactions transactions) {
        this.books = books;
        this.streams = streams;
        this.transactions = transactions;
    }

    /** Both fingerprints; equal when nothing new happened in between and nothing had gone wrong before. */
    public Rebuilt rebuild(StreamKey key) {
        Fingerprint before = transactions.call(() -> {
            // First the stream's row, as every event does: the other way round the two would wait for each other.
            streams.rewind(ExposureConsumer.NAME, key);
            Fingerprint now = fingerprint(books.lock(key));
            books.beginRebuild(key);
            return now;
        });
        streams.catchUp(ExposureConsumer.NAME, key);
        return new Rebuilt(before, transactions.call(() -> fingerprint(books.lock(key))));
    }

    /** Takes up what a crash left half done. */
    public void resume() {
        books.rebuilding().forEach(key -> streams.catchUp(ExposureConsumer.NAME, key));
    }

    private Fingerprint fingerprint(InstrumentPosition position) {
        return new Fingerprint(position.lastEventNumber(), ExposureHash.of(position, books.orders(position.key())));
    }

    /** What the figures were at an event number. */
    public record Fingerprint(long lastEventNumber, ExposureHash hash) {}

    /** The figures as they stood and as they were computed anew. */
    public record Rebuilt(Fingerprint before, Fingerprint after) {}
}
