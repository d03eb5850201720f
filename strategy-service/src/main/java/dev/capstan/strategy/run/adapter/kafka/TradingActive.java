package dev.capstan.strategy.run.adapter.kafka;

import dev.capstan.contracts.Topics;
import dev.capstan.contracts.tradingstate.TradingStateEvent;
import dev.capstan.contracts.tradingstate.TradingStateValue;
import dev.capstan.kit.consumer.View;
import dev.capstan.kit.consumer.Views;
import dev.capstan.strategy.run.application.Precondition;
import dev.capstan.strategy.run.application.PreconditionCode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The kill switch is off. A state that is not heard of any more counts as halted. */
@Component
class TradingActive implements Precondition {

    private static final String EVERYTHING = "ALL";

    private final View<TradingStateEvent> states;

    TradingActive(Views views) {
        this.states = views.follow(Topics.TRADING_STATE_EVENTS, TradingStateEvent.class, TradingStateEvent::version);
    }

    @Override
    public Optional<Failed> check(Wanted wanted) {
        String account = wanted.accountId().text();
        List<String> closed = Stream.of(EVERYTHING, account, account + "|" + wanted.instrumentId())
                .map(this::whyClosed)
                .filter(Objects::nonNull)
                .toList();
        return closed.isEmpty()
                ? Optional.empty()
                : Optional.of(new Failed(
                        PreconditionCode.TRADING_ACTIVE,
                        String.join("; ", closed),
                        "Wait until a person re-arms trading."));
    }

    private @Nullable String whyClosed(String key) {
        Optional<TradingStateEvent> state = states.get(key);
        if (state.isEmpty()) {
            // Accounts and instruments have a state only once somebody gave them one.
            return states.isComplete() && !key.equals(EVERYTHING) ? null : key + " is not known";
        }
        if (states.isStale(key)) {
            return key + " was not heard of lately";
        }
        return state.get().state() == TradingStateValue.ACTIVE
                ? null
                : key + " is " + state.get().state() + " (" + state.get().cause() + ")";
    }
}
