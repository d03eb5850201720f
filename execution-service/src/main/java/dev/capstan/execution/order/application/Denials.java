package dev.capstan.execution.order.application;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.tradingstate.TradingStateEvent;
import dev.capstan.execution.order.domain.Denial;

/** The same words for the same "no", wherever it is said. */
final class Denials {

    private Denials() {}

    static Denial halted(TradingStateEvent halt) {
        return new Denial(DenialReason.TRADING_HALTED, "scope=" + halt.scope() + " cause=" + halt.cause());
    }

    static Denial inDoubt(StreamKey key) {
        return new Denial(DenialReason.INSTRUMENT_IN_DOUBT, "instrumentId=" + key.instrumentId());
    }

    static Denial riskUnavailable() {
        return new Denial(DenialReason.RISK_UNAVAILABLE, "answer=none");
    }
}
