package dev.capstan.trading.risk;

import java.util.Optional;

/** One rule an order must pass. Pure: the same check gives the same answer. */
@FunctionalInterface
public interface RiskPolicy {

    /** Empty when the order passes. */
    Optional<Denial> judge(RiskCheck check);
}
