package dev.capstan.execution.order.application;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.order.FillDetails;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.execution.order.domain.Plain;
import dev.capstan.execution.venue.domain.InstrumentRules;
import dev.capstan.execution.venue.domain.Instruments;
import dev.capstan.execution.venue.domain.VenueFill;
import dev.capstan.execution.venue.domain.VenueUnavailableException;

/** Completes a fill with the assets of its instrument, so that it can be booked without asking anybody. */
public final class FillAssets {

    private final Instruments instruments;

    public FillAssets(Instruments instruments) {
        this.instruments = instruments;
    }

    FillDetails details(InstrumentId instrumentId, VenueFill fill) {
        InstrumentRules rules = instruments
                .find(instrumentId)
                .orElseThrow(() -> new VenueUnavailableException("assets of " + instrumentId + " are not known yet"));
        return new FillDetails(
                fill.tradeId(),
                fill.venueOrderId(),
                fill.tradeOrder(),
                Price.of(Plain.of(fill.lastPrice().value())),
                Quantity.of(Plain.of(fill.lastQuantity().value())),
                rules.baseAsset(),
                rules.quoteAsset(),
                Money.of(Plain.of(fill.commission().value())),
                fill.commissionAsset(),
                fill.maker(),
                fill.occurredAt());
    }
}
