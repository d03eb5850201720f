package dev.capstan.portfolio.ledger.domain;

import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.value.Money;

/**
 * One line of a transaction.
 *
 * @param amount plus into the account, minus out of it
 */
public record LedgerLine(LedgerAccount account, Asset asset, Money amount) {}
