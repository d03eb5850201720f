package dev.capstan.risk.exposure.application;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.OrderId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.kit.jdbc.RoundTrip;
import dev.capstan.risk.exposure.domain.BookedOrder;
import dev.capstan.risk.exposure.domain.InstrumentBook;
import dev.capstan.risk.exposure.domain.InstrumentPosition;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a reservation asks of the books together with other questions; each answer is there when its trip was sent. */
public interface ExposureReads {

    /** Locks the key until the transaction ends; empty when it has no row to lock yet. */
    Supplier<Optional<InstrumentPosition>> lock(StreamKey key, RoundTrip trip);

    /** Makes the row that is locked. */
    void open(StreamKey key);

    Supplier<Optional<BookedOrder>> find(OrderId orderId, RoundTrip trip);

    /** The order a question of this id was answered for. */
    Supplier<Optional<BookedOrder>> findAnswered(AccountId accountId, ClientOrderId clientOrderId, RoundTrip trip);

    /** Every key of the account, positions and open orders as of one moment. */
    Supplier<List<InstrumentBook>> account(AccountId accountId, RoundTrip trip);
}
