package dev.capstan.portfolio.position;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.PositionSide;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.portfolio.ledger.domain.PositionBook;
import dev.capstan.trading.accounting.TradedPair;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item of {@code GET /api/positions}.
 *
 * @param quantity net of commissions charged in the base asset
 * @param cost what the quantity cost, in the quote asset
 * @param realizedPnl in the quote asset, commissions in base and quote asset included
 * @param commissions all that were charged, each in its own asset; those in a third asset are in no other figure
 * @param stale true while the key is parked, may lack events, or is being rebuilt
 * @param dataAsOf when execution recorded the newest fill in it
 */
record PositionView(
        AccountId accountId,
        InstrumentId instrumentId,
        PositionSide side,
        Quantity quantity,
        @Nullable Asset baseAsset,
        @Nullable Price averagePrice,
        Money cost,
        Money realizedPnl,
        @Nullable Asset quoteAsset,
        List<CommissionView> commissions,
        UnrealizedPnlView unrealizedPnl,
        long version,
        long streamNumber,
        @JsonProperty("is_stale") boolean stale,
        @JsonProperty("data_as_of_timestamp") @Nullable Instant dataAsOf) {

    static PositionView of(
            PositionBook page, List<CommissionView> commissions, UnrealizedPnlView unrealizedPnl, boolean behind) {
        TradedPair pair = page.pair();
        return new PositionView(
                page.key().accountId(),
                page.key().instrumentId(),
                page.state().side(),
                page.state().quantity(),
                pair == null ? null : pair.baseAsset(),
                page.state().averagePrice(),
                page.state().cost(),
                page.state().realizedPnl(),
                pair == null ? null : pair.quoteAsset(),
                commissions,
                unrealizedPnl,
                page.version(),
                page.streamNumber(),
                behind || page.parked() || page.rebuilding(),
                page.asOf());
    }
}
