package dev.capstan.execution.order.application;

import dev.capstan.execution.order.domain.Denial;
import dev.capstan.execution.order.domain.OrderTerms;
import dev.capstan.execution.venue.domain.InstrumentRules;
import java.util.List;
import java.util.Optional;

/** Whether the account holds what the order would give. Refuses only what fresh balances of the venue do not cover. */
@FunctionalInterface
public interface BalanceCheck {

    /**
     * Why not; empty when nothing speaks against it.
     *
     * @param underWay other orders of the account whose share the venue's balances may not show yet
     */
    Optional<Denial> refuse(OrderTerms terms, InstrumentRules rules, List<OrdersUnderWay> underWay);
}
