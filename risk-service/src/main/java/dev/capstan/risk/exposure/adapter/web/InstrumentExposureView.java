package dev.capstan.risk.exposure.adapter.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.trading.risk.exposure.NetQuantity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One instrument of an account.
 *
 * @param position net of commissions in the base asset
 * @param reservedBuyQuantity open on the buying side, sent or not
 * @param markPrice what {@code exposure} is computed with; null when no price was ever seen
 * @param exposure worst case in {@code quoteAsset}; null without a price
 * @param maxPositionQuantity null when unlimited
 * @param stale whether new orders are refused for the state of these figures
 * @param asOf arrival of the mark, or the newest event where no mark is needed
 */
record InstrumentExposureView(
        InstrumentId instrumentId,
        NetQuantity position,
        Quantity reservedBuyQuantity,
        Quantity reservedSellQuantity,
        int openOrders,
        @Nullable Price markPrice,
        @Nullable Money exposure,
        @Nullable Asset quoteAsset,
        Money maxInstrumentExposure,
        @Nullable Quantity maxPositionQuantity,
        long lastEventNumber,
        @JsonProperty("is_stale") boolean stale,
        @JsonProperty("data_as_of_timestamp") @Nullable Instant asOf) {}
