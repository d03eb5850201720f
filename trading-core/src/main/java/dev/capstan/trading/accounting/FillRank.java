package dev.capstan.trading.accounting;

import dev.capstan.contracts.id.TradeId;
import dev.capstan.contracts.id.VenueOrderId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/**
 * The place of a fill among the fills of one account and instrument, and its identity there.
 *
 * <p>Order is by time at the venue, then by the venue's own order of trades. When an account trades with itself two fills share both;
 * the venue order id then decides, so that the order is total and the same everywhere.
 *
 * @param occurredAt cut to microseconds, the finest that every store and wire keeps
 */
public record FillRank(Instant occurredAt, long tradeOrder, VenueOrderId venueOrderId, TradeId tradeId)
        implements Comparable<FillRank> {

    private static final Comparator<FillRank> ORDER = Comparator.comparing(FillRank::occurredAt)
            .thenComparingLong(FillRank::tradeOrder)
            .thenComparing(rank -> rank.venueOrderId().value())
            .thenComparing(rank -> rank.tradeId().value());

    public FillRank {
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public int compareTo(FillRank other) {
        return ORDER.compare(this, other);
    }
}
