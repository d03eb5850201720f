package dev.capstan.risk.limit;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.trading.risk.InstrumentLimits;
import dev.capstan.trading.risk.Percent;
import org.jspecify.annotations.Nullable;

/**
 * What is set for one instrument of an account; null means the default.
 *
 * @param version 0 before the first change
 */
public record InstrumentLimit(
        InstrumentId instrumentId,
        @Nullable Quantity maxPositionQuantity,
        @Nullable Money maxInstrumentExposure,
        @Nullable Percent priceCollarPercent,
        long version) {

    static InstrumentLimit unset(InstrumentId instrumentId) {
        return new InstrumentLimit(instrumentId, null, null, null, 0);
    }

    /** With the defaults where nothing is set. */
    public InstrumentLimits over(InstrumentLimits defaults) {
        return new InstrumentLimits(
                maxPositionQuantity == null ? defaults.maxPositionQuantity() : maxPositionQuantity,
                maxInstrumentExposure == null ? defaults.maxInstrumentExposure() : maxInstrumentExposure,
                priceCollarPercent == null ? defaults.priceCollar() : priceCollarPercent);
    }
}
