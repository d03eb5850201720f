package dev.capstan.execution.order.domain;

import dev.capstan.execution.venue.domain.InstrumentRules;
import java.util.Optional;

/** One of the venue's published rules, checked before anybody is asked. */
@FunctionalInterface
interface OrderCheck {

    /** Why not; empty when the rule is kept or the venue does not set it. */
    Optional<Denial> refuse(OrderTerms terms, InstrumentRules rules);
}
