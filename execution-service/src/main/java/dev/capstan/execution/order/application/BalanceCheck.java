package dev.capstan.execution.order.application;

import dev.capstan.execution.order.domain.Denial;
import dev.capstan.execution.order.domain.OrderTerms;
import dev.capstan.execution.venue.domain.InstrumentRules;
import java.util.Optional;

/** Whether the account holds what the order would give. Refuses only what fresh balances of the venue do not cover. */
@FunctionalInterface
public interface BalanceCheck {

    Optional<Denial> refuse(OrderTerms terms, InstrumentRules rules);
}
