package dev.capstan.risk.limit.adapter.web;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.risk.limit.InstrumentLimit;
import dev.capstan.trading.risk.Percent;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the limits of one instrument of an account.
 *
 * @param maxPositionQuantity in the base asset; null for no limit
 * @param maxInstrumentExposure in the quote asset; null for the default
 * @param priceCollarPercent null for the default
 * @param version the one that was seen, 0 when nothing was set yet
 */
record InstrumentLimitRequest(
        @Nullable Quantity maxPositionQuantity,
        @Nullable Money maxInstrumentExposure,
        @Nullable Percent priceCollarPercent,
        Long version) {

    InstrumentLimit limit(InstrumentId instrumentId) {
        if (maxInstrumentExposure != null && maxInstrumentExposure.compareTo(Money.ZERO) < 0) {
            throw ProblemException.invalid("maxInstrumentExposure", "expected zero or more");
        }
        return new InstrumentLimit(
                instrumentId, maxPositionQuantity, maxInstrumentExposure, priceCollarPercent, version);
    }
}
