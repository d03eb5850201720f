package dev.capstan.execution.venue.domain;

import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.value.Money;

/** What the venue says an account holds of one asset; both zero or more. */
public record VenueBalance(Asset asset, Money free, Money locked) {}
