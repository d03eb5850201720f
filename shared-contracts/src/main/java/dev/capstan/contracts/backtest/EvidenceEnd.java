package dev.capstan.contracts.backtest;

import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Quantity;

/**
 * What was left.
 *
 * @param cash in the quote asset
 * @param holding in the base asset: a position still open, or dust
 * @param equity both, the holding at the last close
 */
public record EvidenceEnd(Money cash, Quantity holding, Money equity) {}
