package dev.capstan.trading.risk;

import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.value.Money;
import java.util.Optional;

/** Bounds the worst-case exposure of one instrument, in its quote asset. */
record InstrumentExposurePolicy() implements RiskPolicy {

    @Override
    public Optional<Denial> judge(RiskCheck check) {
        Money limit = check.instrumentLimits().maxInstrumentExposure();
        Money current = check.before().worstValue();
        Money would = check.after().worstValue();
        if (would.compareTo(limit) <= 0 || would.compareTo(current) <= 0) {
            return Optional.empty();
        }
        return Optional.of(Denial.beyond(DenialReason.LIMIT_INSTRUMENT_EXPOSURE, limit, would, current));
    }
}
