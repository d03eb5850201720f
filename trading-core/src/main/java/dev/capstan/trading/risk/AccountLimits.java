package dev.capstan.trading.risk;

import dev.capstan.contracts.value.Money;

/**
 * What one account may do over all its instruments.
 *
 * @param maxAccountExposure in the reference asset
 */
public record AccountLimits(Money maxAccountExposure, int maxOpenOrders) {}
