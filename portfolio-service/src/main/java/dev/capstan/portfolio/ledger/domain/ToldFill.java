package dev.capstan.portfolio.ledger.domain;

import dev.capstan.contracts.order.FillDetails;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.trading.accounting.PositionFill;
import dev.capstan.trading.accounting.TradedPair;
import java.time.Instant;
import java.util.Objects;

/**
 * A fill as an order event told it.
 *
 * @param number of the event in its key's stream
 * @param recordedAt when execution recorded it
 */
public record ToldFill(PositionFill fill, TradedPair pair, long number, Instant recordedAt) {

    /**
     * Reads an event that carries a fill.
     *
     * @throws IllegalArgumentException when it tells what no fill can be
     */
    public static ToldFill of(OrderEvent event) {
        FillDetails details = Objects.requireNonNull(event.fill(), "expected an event with a fill");
        return new ToldFill(
                PositionFill.of(details, event.order().side()),
                new TradedPair(details.baseAsset(), details.quoteAsset()),
                event.number(),
                event.recordedAt());
    }
}
