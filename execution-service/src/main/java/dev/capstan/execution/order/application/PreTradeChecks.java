package dev.capstan.execution.order.application;

import dev.capstan.contracts.order.DenialReason;
import dev.capstan.execution.order.domain.Denial;
import dev.capstan.execution.order.domain.InstrumentChecks;
import dev.capstan.execution.order.domain.OrderTerms;
import dev.capstan.execution.venue.domain.InstrumentRules;
import dev.capstan.execution.venue.domain.Instruments;
import java.util.Optional;

/** What can be refused before risk is asked. An early answer only: the claim decides about halt and doubt, the venue about the rest. */
public final class PreTradeChecks {

    private final Instruments instruments;
    private final PriceBandCheck bands;
    private final EarlyLooks looks;
    private final BalanceCheck balances;

    public PreTradeChecks(Instruments instruments, PriceBandCheck bands, EarlyLooks looks, BalanceCheck balances) {
        this.instruments = instruments;
        this.bands = bands;
        this.looks = looks;
        this.balances = balances;
    }

    /** Why not; empty when nothing speaks against it yet. */
    public Optional<Denial> refuse(OrderTerms terms) {
        Optional<InstrumentRules> rules = instruments.find(terms.instrumentId());
        if (rules.isEmpty()) {
            return Optional.of(new Denial(DenialReason.INSTRUMENT_UNKNOWN, "instrumentId=" + terms.instrumentId()));
        }
        return InstrumentChecks.refuse(terms, rules.get())
                .or(() -> bands.refuse(terms, rules.get()))
                .or(() -> refuse(terms, rules.get()));
    }

    private Optional<Denial> refuse(OrderTerms terms, InstrumentRules rules) {
        EarlyLook look = looks.at(terms.streamKey(), terms.orderId());
        if (look.halt().isPresent()) {
            return look.halt().map(Denials::halted);
        }
        return look.isInDoubt(terms.instrumentId())
                ? Optional.of(Denials.inDoubt(terms.streamKey()))
                : balances.refuse(terms, rules, look.underWay());
    }
}
