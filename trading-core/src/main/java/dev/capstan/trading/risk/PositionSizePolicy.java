package dev.capstan.trading.risk;

import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.value.Quantity;
import java.util.Optional;

/** Bounds the worst-case position of one instrument, in its base asset. */
record PositionSizePolicy() implements RiskPolicy {

    @Override
    public Optional<Denial> judge(RiskCheck check) {
        Quantity limit = check.instrumentLimits().maxPositionQuantity();
        if (limit == null) {
            return Optional.empty();
        }
        Quantity current = check.before().worstQuantity();
        Quantity would = check.after().worstQuantity();
        if (!would.isGreaterThan(limit) || !would.isGreaterThan(current)) {
            return Optional.empty();
        }
        return Optional.of(Denial.beyond(DenialReason.LIMIT_POSITION_SIZE, limit, would, current));
    }
}
