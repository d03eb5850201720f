package dev.capstan.execution.order.adapter.postgres;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.tradingstate.TradingStateEvent;
import dev.capstan.execution.session.SessionGuard;
import dev.capstan.execution.session.SessionOwnership;
import dev.capstan.execution.tradingstate.TradingStates;
import dev.capstan.kit.jdbc.RoundTrip;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the steps of one transaction ask, in the round trip of the stream's lock. The statements run in the order in which they are added:
 * that is the order of their locks. What several claims depend on alike, the lease and the trading state, is locked and read once.
 */
final class StreamQuestions {

    private final RoundTrip trip;
    private final SessionGuard guard;
    private final TradingStates states;
    private final Map<SessionOwnership, Supplier<Boolean>> leases = new HashMap<>();
    private final Map<StreamKey, Supplier<Optional<TradingStateEvent>>> halts = new HashMap<>();

    StreamQuestions(RoundTrip trip, SessionGuard guard, TradingStates states) {
        this.trip = trip;
        this.guard = guard;
        this.states = states;
    }

    RoundTrip trip() {
        return trip;
    }

    Supplier<Boolean> lease(SessionOwnership ownership) {
        return leases.computeIfAbsent(ownership, any -> guard.lockIfOurs(ownership, trip));
    }

    Supplier<Optional<TradingStateEvent>> halt(StreamKey key) {
        return halts.computeIfAbsent(key, any -> states.lockAndFindHalt(key, trip));
    }
}
