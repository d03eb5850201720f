package dev.capstan.risk.limit.adapter.web;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.risk.limit.InstrumentLimit;
import dev.capstan.trading.risk.InstrumentLimits;
import dev.capstan.trading.risk.Percent;
import org.jspecify.annotations.Nullable;

/**
 * One instrument's limits as they hold now, defaults included.
 *
 * @param instrumentId null for those of every instrument without its own
 * @param maxPositionQuantity null when unlimited
 * @param version to be named by the next change
 */
record InstrumentLimitView(
        @Nullable InstrumentId instrumentId,
        @Nullable Quantity maxPositionQuantity,
        Money maxInstrumentExposure,
        Percent priceCollarPercent,
        long version) {

    static InstrumentLimitView of(InstrumentLimit limit, InstrumentLimits defaults) {
        return of(limit.instrumentId(), limit.over(defaults), limit.version());
    }

    static InstrumentLimitView of(@Nullable InstrumentId instrumentId, InstrumentLimits holding, long version) {
        return new InstrumentLimitView(
                instrumentId,
                holding.maxPositionQuantity(),
                holding.maxInstrumentExposure(),
                holding.priceCollar(),
                version);
    }
}
