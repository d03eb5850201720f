package dev.capstan.trading.risk;

import dev.capstan.contracts.order.DenialReason;
import java.util.Optional;

/** Bounds how many orders of an account are open at once. */
record OpenOrdersPolicy() implements RiskPolicy {

    @Override
    public Optional<Denial> judge(RiskCheck check) {
        int limit = check.accountLimits().maxOpenOrders();
        int current = check.openOrders();
        if (current < limit) {
            return Optional.empty();
        }
        return Optional.of(new Denial(
                DenialReason.LIMIT_OPEN_ORDERS, "limit=%d would=%d current=%d".formatted(limit, current + 1, current)));
    }
}
