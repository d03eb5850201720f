package dev.capstan.execution.tradingstate;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.tradingstate.TradingStateCause;
import dev.capstan.contracts.tradingstate.TradingStateEvent;
import dev.capstan.kit.jdbc.RoundTrip;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rows that decide whether new orders pass. */
public interface TradingStates {

    /** The state that stops orders of the key now, without a lock: good for an early answer, not for a claim. */
    Optional<TradingStateEvent> haltOf(StreamKey key);

    /** As {@link #haltOf(StreamKey)}, asked with the other statements of {@code trip}; the answer is there when that was sent. */
    Supplier<Optional<TradingStateEvent>> haltOf(StreamKey key, RoundTrip trip);

    /**
     * Locks the three rows above the key in share mode, in the current transaction, and gives the state that stops the order.
     *
     * @param trip locks when it is sent, in one statement; the answer is asked for before any row of a later kind is locked
     */
    Supplier<Optional<TradingStateEvent>> lockAndFindHalt(StreamKey key, RoundTrip trip);

    /** Halts the scope in the current transaction, which holds no row of a later kind; a halted one stays as it is. */
    TradingStateEvent halt(TradingScope scope, TradingStateCause cause, String changedBy, @Nullable String reason);

    /** Sets the scope ACTIVE in the current transaction; an active one stays as it is. */
    TradingStateEvent reArm(TradingScope scope, String changedBy, @Nullable String reason);
}
