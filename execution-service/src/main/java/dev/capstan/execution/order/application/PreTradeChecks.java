package dev.capstan.execution.order.application;

import dev.capstan.contracts.order.DenialReason;
import dev.capstan.execution.order.domain.Denial;
import dev.capstan.execution.order.domain.InstrumentChecks;
import dev.capstan.execution.order.domain.OrderTerms;
import dev.capstan.execution.tradingstate.TradingStates;
import dev.capstan.execution.venue.domain.InstrumentRules;
import dev.capstan.execution.venue.domain.Instruments;
import java.util.Optional;

/** What can be refused before risk is asked. An early answer only: the claim decides about halt and doubt, the venue about the rest. */
public final class PreTradeChecks {

    private final Instruments instruments;
    private final TradingStates states;
    private final Orders orders;
    private final BalanceCheck balances;

    public PreTradeChecks(Instruments instruments, TradingStates states, Orders orders, BalanceCheck balances) {
        this.instruments = instruments;
        this.states = states;
        this.orders = orders;
        this.balances = balances;
    }

    /** Why not; empty when nothing speaks against it yet. */
    public Optional<Denial> refuse(OrderTerms terms) {
        Optional<InstrumentRules> rules = instruments.find(terms.instrumentId());
        if (rules.isEmpty()) {
            return Optional.of(new Denial(DenialReason.INSTRUMENT_UNKNOWN, "instrumentId=" + terms.instrumentId()));
        }
        return InstrumentChecks.refuse(terms, rules.get())
                .or(() -> states.haltOf(terms.streamKey()).map(Denials::halted))
                .or(() -> orders.isInDoubt(terms.streamKey())
                        ? Optional.of(Denials.inDoubt(terms.streamKey()))
                        : Optional.empty())
                .or(() -> balances.refuse(terms, rules.get()));
    }
}
