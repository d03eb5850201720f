package dev.capstan.marketdata.candle.adapter.web;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.marketdata.candle.domain.SeriesKey;
import dev.capstan.marketdata.candle.domain.TimeRange;
import dev.capstan.marketdata.candle.domain.Timeframe;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Query parameters of {@code /api/candles}, refused by name. */
final class Parameters {

    private Parameters() {}

    static SeriesKey key(InstrumentId instrumentId, Timeframe timeframe, String marketEpoch) {
        try {
            return new SeriesKey(instrumentId, timeframe, marketEpoch);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("marketEpoch", String.valueOf(e.getMessage()));
        }
    }

    static TimeRange range(@Nullable Instant from, @Nullable Instant to) {
        Instant start = within("from", from, TimeRange.EARLIEST);
        Instant end = within("to", to, TimeRange.LATEST);
        if (end.isBefore(start)) {
            throw ProblemException.invalid("to", "expected a time not before from");
        }
        return new TimeRange(start, end);
    }

    private static Instant within(String name, @Nullable Instant time, Instant usual) {
        if (time == null) {
            return usual;
        }
        if (time.isBefore(TimeRange.EARLIEST) || time.isAfter(TimeRange.LATEST)) {
            throw ProblemException.invalid(
                    name, "expected a time from " + TimeRange.EARLIEST + " to " + TimeRange.LATEST);
        }
        return time;
    }

    /** An open time where the next page begins, if the caller names one. */
    static Optional<Instant> cursor(String cursor) {
        if (cursor.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(range(Instant.parse(cursor), null).from());
        } catch (DateTimeException | ProblemException e) {
            throw ProblemException.invalid("cursor", "expected a nextCursor of an earlier answer");
        }
    }

    static ProblemException notStored(SeriesKey key) {
        return ProblemException.of(
                ProblemCode.NOT_FOUND,
                "No candles of " + key.instrumentId() + " are stored that give " + key.timeframe()
                        + (key.marketEpoch().isEmpty() ? "." : " in market epoch " + key.marketEpoch() + "."));
    }
}
