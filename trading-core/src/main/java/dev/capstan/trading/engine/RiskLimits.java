package dev.capstan.trading.engine;

import dev.capstan.trading.risk.AccountLimits;
import dev.capstan.trading.risk.InstrumentLimits;

/** The limits that orders are judged by, as risk keeps them for an account. */
public record RiskLimits(InstrumentLimits instrument, AccountLimits account) {}
