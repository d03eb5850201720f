package dev.capstan.marketdata.candle.adapter.postgres;

import dev.capstan.contracts.Topics;
import dev.capstan.contracts.marketdata.CandleEvent;
import dev.capstan.kit.ids.Ids;
import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.kit.outbox.Outbox;
import dev.capstan.kit.outbox.OutboxMessage;
import dev.capstan.marketdata.candle.domain.Arrival;
import dev.capstan.marketdata.candle.domain.Candle;
import dev.capstan.marketdata.candle.domain.CandleArrivals;
import dev.capstan.marketdata.candle.domain.SeriesKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** One transaction for candles of many series, whose rows are locked in one order. */
@Repository
class JdbcCandleArrivals implements CandleArrivals {

    private static final String TYPE = "CandleClosed.v1";

    private static final Comparator<SeriesKey> LOCK_ORDER = Comparator.comparing(SeriesKey::toString);

    private final Transactions transactions;
    private final SeriesRows series;
    private final CandleRows candles;
    private final Outbox outbox;
    private final Ids ids;

    JdbcCandleArrivals(Transactions transactions, SeriesRows series, CandleRows candles, Outbox outbox, Ids ids) {
        this.transactions = transactions;
        this.series = series;
        this.candles = candles;
        this.outbox = outbox;
        this.ids = ids;
    }

    @Override
    public List<Arrival> store(List<Arrival> arrivals, Gaps gaps) {
        return transactions.call(() -> {
            List<Arrival> refused = new ArrayList<>();
            bySeries(arrivals).forEach((key, own) -> refused.addAll(store(key, own, gaps)));
            return refused;
        });
    }

    private static Map<SeriesKey, List<Arrival>> bySeries(List<Arrival> arrivals) {
        return arrivals.stream()
                .sorted(Comparator.comparing(Arrival::openTime))
                .collect(Collectors.groupingBy(Arrival::key, () -> new TreeMap<>(LOCK_ORDER), Collectors.toList()));
    }

    private List<Arrival> store(SeriesKey key, List<Arrival> arrivals, Gaps gaps) {
        SeriesRows.Locked row = series.lock(key);
        List<Arrival> late = until(arrivals, row.lastOpenTime());
        if (!late.isEmpty()) {
            storeBetween(row.id(), key, late);
        }
        return appended(row, key, arrivals.subList(late.size(), arrivals.size()), gaps);
    }

    private static List<Arrival> until(List<Arrival> arrivals, @Nullable Instant last) {
        return arrivals.stream()
                .takeWhile(arrival -> last != null && !arrival.openTime().isAfter(last))
                .toList();
    }

    /** Candles that came too late to be told of in order, or once more. */
    private void storeBetween(long id, SeriesKey key, List<Arrival> late) {
        Instant from = late.getFirst().openTime();
        Instant to = late.getLast().openTime();
        long gapsBefore = series.gapsAround(id, key.timeframe(), from, to);
        long inserted = late.stream()
                .filter(arrival -> candles.insert(id, arrival.candle()))
                .count();
        if (inserted > 0) {
            series.grow(id, inserted, series.gapsAround(id, key.timeframe(), from, to) - gapsBefore, from, to);
        }
    }

    /** Adds what is later than all stored ones, up to the first that would leave a gap it may not; gives back the rest. */
    private List<Arrival> appended(SeriesRows.Locked row, SeriesKey key, List<Arrival> arrivals, Gaps gaps) {
        List<Arrival> stored = new ArrayList<>();
        Instant last = row.lastOpenTime();
        long gapsLeft = 0;
        int taken = 0;
        for (Arrival arrival : arrivals) {
            boolean leavesGap =
                    last != null && arrival.openTime().isAfter(key.timeframe().next(last));
            if (leavesGap && gaps == Gaps.REFUSED) {
                break;
            }
            taken++;
            // The same one may come twice in one call.
            if (candles.insert(row.id(), arrival.candle())) {
                stored.add(arrival);
                gapsLeft += leavesGap ? 1 : 0;
            }
            last = arrival.openTime();
        }
        tell(row.id(), stored, gapsLeft);
        return List.copyOf(arrivals.subList(taken, arrivals.size()));
    }

    private void tell(long id, List<Arrival> stored, long gapsLeft) {
        if (!stored.isEmpty()) {
            series.grow(
                    id,
                    stored.size(),
                    gapsLeft,
                    stored.getFirst().openTime(),
                    stored.getLast().openTime());
            outbox.append(stored.stream().map(this::event).toList());
        }
    }

    private OutboxMessage event(Arrival arrival) {
        SeriesKey key = arrival.key();
        Candle candle = arrival.candle();
        CandleEvent event = new CandleEvent(
                key.instrumentId(),
                key.marketEpoch(),
                key.timeframe().code(),
                candle.openTime(),
                key.timeframe().closeTime(candle.openTime()),
                candle.openPrice(),
                candle.highPrice(),
                candle.lowPrice(),
                candle.closePrice(),
                candle.volume(),
                candle.tradeCount(),
                arrival.receivedAt());
        return new OutboxMessage(
                Topics.CANDLE_EVENTS, key.instrumentId().text(), ids.next(), TYPE, arrival.receivedAt(), event);
    }
}
