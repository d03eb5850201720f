package dev.capstan.risk.exposure.domain;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.OrderId;
import dev.capstan.contracts.id.StreamKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where positions and orders are kept. */
public interface ExposureBooks {

    /** Locks the key until the transaction ends, and makes its row when there is none. */
    InstrumentPosition lock(StreamKey key);

    Optional<BookedOrder> find(OrderId orderId);

    /** Those of these orders that are known, in any order, read with one statement. */
    List<BookedOrder> findAll(Set<OrderId> orderIds);

    /** Stores all with one statement; no order may be there twice. The key must be locked. */
    void save(InstrumentPosition position, List<BookedOrder> orders);

    /** The key must be locked. */
    void save(BookedOrder order);

    /** The key must be locked. */
    void save(InstrumentPosition position);

    /** Every key of the account, positions and open orders as of one moment: nothing is missed between the two. */
    List<InstrumentBook> account(AccountId accountId);

    /** Every order of the key, by order id. */
    List<BookedOrder> orders(StreamKey key);

    /**
     * Sets the key back to before its first event, to be complete again at the number it had reached. What is held on a reservation's
     * word alone stays held. The key must be locked.
     */
    void beginRebuild(StreamKey key);

    /** Keys whose rebuild is not complete. */
    List<StreamKey> rebuilding();

    /**
     * Orders booked before {@code before} that are held and, as far as events told, do not rest at the venue; by order id, at most {@code
     * limit}.
     *
     * @param after the last one seen, to go on from there
     */
    List<BookedOrder> unheardOf(Instant before, @Nullable OrderId after, int limit);

    /** How many orders are held, and since when the oldest is. */
    Held held();

    /**
     * What is held over all accounts.
     *
     * @param oldest null when nothing is held
     */
    record Held(long orders, @Nullable Instant oldest) {}
}
