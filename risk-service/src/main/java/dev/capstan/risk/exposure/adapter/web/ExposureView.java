package dev.capstan.risk.exposure.adapter.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account's exposure.
 *
 * @param exposure over all instruments, in {@code referenceAsset}
 * @param notConverted instruments missing in it for want of a price or a conversion
 * @param stale whether any of {@code items} is
 * @param asOf the oldest of the items' times; null when there are none
 * @param nextCursor always null: an account trades few instruments
 */
record ExposureView(
        AccountId accountId,
        Asset referenceAsset,
        Money exposure,
        Money maxAccountExposure,
        int openOrders,
        int maxOpenOrders,
        List<InstrumentId> notConverted,
        @JsonProperty("is_stale") boolean stale,
        @JsonProperty("data_as_of_timestamp") @Nullable Instant asOf,
        List<InstrumentExposureView> items,
        @Nullable String nextCursor) {}
