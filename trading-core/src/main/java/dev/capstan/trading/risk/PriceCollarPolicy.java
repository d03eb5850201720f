package dev.capstan.trading.risk;

import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.value.Price;
import java.util.Optional;

/** Refuses a limit price too far from the mark, above or below: most likely a slip of the hand. */
record PriceCollarPolicy() implements RiskPolicy {

    @Override
    public Optional<Denial> judge(RiskCheck check) {
        Price limitPrice = check.limitPrice();
        Percent collar = check.instrumentLimits().priceCollar();
        Price mark = check.before().mark();
        if (limitPrice == null || !collar.isExceededBy(limitPrice, mark)) {
            return Optional.empty();
        }
        return Optional.of(new Denial(
                DenialReason.LIMIT_PRICE_COLLAR,
                "limit=%s%% limitPrice=%s markPrice=%s".formatted(collar.text(), limitPrice.text(), mark.text())));
    }
}
