package dev.capstan.execution.reconciliation.domain;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.TradeId;
import dev.capstan.contracts.id.VenueOrderId;

/** What makes a fill of an account that fill. */
public record FillKey(InstrumentId instrumentId, TradeId tradeId, VenueOrderId venueOrderId) {}
