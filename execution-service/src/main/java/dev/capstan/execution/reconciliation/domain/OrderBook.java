package dev.capstan.execution.reconciliation.domain;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.VenueOrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What reconciliation needs to know of the order feature's books. Reads only: what is found goes through the intake. */
public interface OrderBook {

    List<OpenOrder> openOrders(AccountId accountId);

    /** Instruments of which the venue may know orders; it would refuse to speak of one that it does not list. */
    Set<InstrumentId> instruments(AccountId accountId);

    /** Numbers and fills in one snapshot. */
    BookedFills bookedFills(AccountId accountId, Instant since);

    Optional<ClientOrderId> clientOrderIdOf(AccountId accountId, InstrumentId instrumentId, VenueOrderId venueOrderId);
}
