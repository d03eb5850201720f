package dev.capstan.trading.risk;

import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.value.Price;
import java.util.Optional;

/**
 * Refuses a limit price too far from the market it will meet, above or below: most likely a slip of the hand. That market is the mark, or
 * for an order that waits, its trigger. How far away the trigger is says nothing: orders that wait are placed far away on purpose.
 */
record PriceCollarPolicy() implements RiskPolicy {

    @Override
    public Optional<Denial> judge(RiskCheck check) {
        Price limitPrice = check.limitPrice();
        Percent collar = check.instrumentLimits().priceCollar();
        Price trigger = check.triggerPrice();
        Price market = trigger == null ? check.before().mark() : trigger;
        if (limitPrice == null || !collar.isExceededBy(limitPrice, market)) {
            return Optional.empty();
        }
        return Optional.of(new Denial(
                DenialReason.LIMIT_PRICE_COLLAR,
                "limit=%s%% limitPrice=%s %s=%s"
                        .formatted(
                                collar.text(),
                                limitPrice.text(),
                                trigger == null ? "markPrice" : "triggerPrice",
                                market.text())));
    }
}
