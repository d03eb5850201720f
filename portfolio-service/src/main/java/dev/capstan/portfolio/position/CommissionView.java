package dev.capstan.portfolio.position;

import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.value.Money;

/** What was charged in one asset over the life of a position. */
record CommissionView(Asset asset, Money amount) {}
