package dev.capstan.execution.tradingstate;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.tradingstate.TradingStateCause;
import dev.capstan.contracts.tradingstate.TradingStateEvent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows that decide whether new orders pass. */
public interface TradingStates {

    /** The state that stops orders of the key now, without a lock: good for an early answer, not for a claim. */
    Optional<TradingStateEvent> haltOf(StreamKey key);

    /** Locks the three rows above the key in share mode, in the current transaction, and gives the state that stops the order. */
    Optional<TradingStateEvent> lockAndFindHalt(StreamKey key);

    /** Halts the scope in the current transaction, which holds no row of a later kind; a halted one stays as it is. */
    TradingStateEvent halt(TradingScope scope, TradingStateCause cause, String changedBy, @Nullable String reason);

    /** Sets the scope ACTIVE in the current transaction; an active one stays as it is. */
    TradingStateEvent reArm(TradingScope scope, String changedBy, @Nullable String reason);
}
