package dev.capstan.marketdata.candle.adapter.postgres;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What was copied into the staging table: how much, and where it can be cut into pieces of a size that one statement does quickly. */
final class Staged {

    private static final int PIECE = 50_000;

    private final List<Long> starts = new ArrayList<>();
    private long rows;
    private long last;

    /**
     * A stretch of the rows.
     *
     * @param from open time of the first, in milliseconds
     * @param to open time that no longer belongs to it
     */
    record Piece(long from, long to, long rows) {}

    void add(long openMillis) {
        if (rows % PIECE == 0) {
            starts.add(openMillis);
        }
        rows++;
        last = openMillis;
    }

    long rows() {
        return rows;
    }

    Instant first() {
        return Instant.ofEpochMilli(starts.getFirst());
    }

    Instant last() {
        return Instant.ofEpochMilli(last);
    }

    List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            boolean end = i == starts.size() - 1;
            pieces.add(new Piece(
                    starts.get(i), end ? last + 1 : starts.get(i + 1), end ? rows - (long) i * PIECE : PIECE));
        }
        return pieces;
    }
}
