package dev.capstan.execution.venue.adapter.binance.http;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.execution.venue.adapter.binance.protocol.Fields;
import dev.capstan.execution.venue.adapter.binance.protocol.Parameters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Walks the venue's long lists whole. They are asked for by windows of at most a day, and within a window by pages of at most 1,000 rows
 * in the order of their ids; a full page is followed by the next from its last id.
 */
final class Listings {

    static final int PAGE = 1000;
    private static final Duration WINDOW = Duration.ofHours(24);

    private final SignedReads reads;
    private final Read read;
    private final String idField;
    private final String fromParameter;

    /**
     * A list of the venue.
     *
     * @param idField the field its rows are ordered by
     * @param fromParameter the parameter that starts a page at an id
     */
    Listings(SignedReads reads, Read read, String idField, String fromParameter) {
        this.reads = reads;
        this.read = read;
        this.idField = idField;
        this.fromParameter = fromParameter;
    }

    /** Every row from {@code since} on. May hold a few older ones: where the venue cuts is its own affair. */
    List<Fields> since(InstrumentId instrumentId, Instant since, Instant now) {
        List<Fields> rows = new ArrayList<>();
        for (Instant start = since; !start.isAfter(now); start = start.plus(WINDOW)) {
            List<Fields> page = page(window(instrumentId, start, now));
            rows.addAll(page);
            if (page.size() == PAGE) {
                rows.addAll(following(new Parameters().with("symbol", instrumentId.symbol()), page));
                return rows;
            }
        }
        return rows;
    }

    /** Every row of a narrower list, such as the trades of one order. */
    List<Fields> all(Parameters narrow) {
        List<Fields> page = page(narrow);
        List<Fields> rows = new ArrayList<>(page);
        if (page.size() == PAGE) {
            rows.addAll(following(narrow, page));
        }
        return rows;
    }

    /** From the end of a full page on, without a window, up to now. */
    private List<Fields> following(Parameters narrow, List<Fields> fullPage) {
        List<Fields> rows = new ArrayList<>();
        List<Fields> page = fullPage;
        while (page.size() == PAGE) {
            page = page(narrow.with(fromParameter, page.getLast().number(idField) + 1));
            rows.addAll(page);
        }
        return rows;
    }

    private static Parameters window(InstrumentId instrumentId, Instant start, Instant now) {
        Parameters parameters =
                new Parameters().with("symbol", instrumentId.symbol()).with("startTime", start.toEpochMilli());
        Instant end = start.plus(WINDOW);
        return end.isAfter(now) ? parameters : parameters.with("endTime", end.toEpochMilli() - 1);
    }

    private List<Fields> page(Parameters parameters) {
        return Fields.ofArray(reads.body(read, () -> parameters.copy().with("limit", PAGE)));
    }
}
