package dev.capstan.strategy.run.domain;

import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.TradeId;
import dev.capstan.contracts.id.VenueOrderId;
import dev.capstan.contracts.order.FillDetails;
import dev.capstan.contracts.value.Side;
import dev.capstan.trading.fixed.Decimal8;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A fill of a run's order; price and quantity in {@link Decimal8}.
 *
 * @param commission in {@code commissionAsset}
 */
public record RunFill(
        RunId runId,
        int intentNumber,
        int attempt,
        VenueOrderId venueOrderId,
        TradeId tradeId,
        Side side,
        long price,
        long quantity,
        long baseCommission,
        long quoteCommission,
        BigDecimal commission,
        Asset commissionAsset,
        Instant occurredAt) {

    /**
     * Of {@code details}.
     *
     * @throws ArithmeticException when eight places do not hold a number of it
     */
    public static RunFill of(Attempt attempt, FillDetails details) {
        BigDecimal commission = details.commission().value();
        Asset asset = details.commissionAsset();
        return new RunFill(
                attempt.runId(),
                attempt.number(),
                attempt.attempt(),
                details.venueOrderId(),
                details.tradeId(),
                attempt.side(),
                Decimal8.of(details.lastPrice().value()),
                Decimal8.of(details.lastQuantity().value()),
                asset.equals(details.baseAsset()) ? Decimal8.of(commission) : 0,
                asset.equals(details.quoteAsset()) ? Decimal8.of(commission) : 0,
                commission,
                asset,
                details.occurredAt());
    }
}
