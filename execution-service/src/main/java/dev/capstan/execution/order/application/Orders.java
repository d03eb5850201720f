package dev.capstan.execution.order.application;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.OrderId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.id.TradeId;
import dev.capstan.contracts.id.VenueOrderId;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.tradingstate.TradingScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The orders as last committed. What is read here may change at once; what is decided is read again inside {@link OrderStreams}. */
public interface Orders {

    Optional<Order> find(OrderId orderId);

    Optional<Order> find(AccountId accountId, ClientOrderId clientOrderId);

    /** The order that the venue knows by this id. */
    Optional<Order> findAtVenue(AccountId accountId, InstrumentId instrumentId, VenueOrderId venueOrderId);

    /**
     * The order, and those of {@code trades} that are booked for the venue's order; both as one commit left them, so that together they are a
     * moment that the order was in.
     */
    Optional<BookedOrder> findBooked(
            AccountId accountId, ClientOrderId clientOrderId, VenueOrderId venueOrderId, Collection<TradeId> trades);

    /** Approved orders of these accounts, oldest first, and certainly not executed ones 1, 2, 4 s after their attempt. */
    List<Order> claimable(Collection<AccountId> accounts, Instant now, int limit);

    /**
     * Reserves up to {@code limit} undecided or overdue NEW orders for this caller for a while; another replica gets others. With them come
     * orders whose last attempt was certainly not executed and which may not be tried again.
     */
    List<Order> takeOverdue(Instant now, Duration reservedFor, int limit);

    /**
     * Orders of these accounts that cannot be left alone, each once: in doubt, oldest first; claimed before {@code claimedBefore} and never
     * answered; on the book and wanted canceled; executed further than we have booked.
     */
    List<Order> toFollowUp(Collection<AccountId> accounts, Instant claimedBefore);

    /** Orders of the account that have not ended. */
    List<Order> open(AccountId accountId);

    List<AccountId> accountsWithOpenOrders();

    /**
     * Whether the scope has a submit that the venue may still execute: without an answer and claimed less than {@code longest} ago, or in
     * doubt and claimed at or after {@code doubtfulSince}.
     */
    boolean hasSubmitsIn(TradingScope scope, Duration longest, Instant doubtfulSince);

    /** Every SUBMITTED order of the account. */
    List<Order> submitted(AccountId accountId);

    /** Streams of the account that hold SUBMITTED orders. */
    Set<StreamKey> streamsWithClaims(AccountId accountId);
}
