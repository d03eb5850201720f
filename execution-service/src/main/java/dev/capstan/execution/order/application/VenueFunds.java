package dev.capstan.execution.order.application;

import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.order.DenialReason;
import dev.capstan.execution.order.domain.Denial;
import dev.capstan.execution.order.domain.Funds;
import dev.capstan.execution.order.domain.OrderTerms;
import dev.capstan.execution.order.domain.Plain;
import dev.capstan.execution.venue.domain.InstrumentRules;
import dev.capstan.execution.venue.domain.Instruments;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The venue's free balances, less what orders on their way there will take. Balances known from before are good enough to let an order
 * pass; only fresh ones refuse it. When the venue does not answer soon the order passes: the venue decides anyway.
 */
public final class VenueFunds implements BalanceCheck {

    private final FreeBalances balances;
    private final Instruments instruments;

    public VenueFunds(FreeBalances balances, Instruments instruments) {
        this.balances = balances;
        this.instruments = instruments;
    }

    @Override
    public Optional<Denial> refuse(OrderTerms terms, InstrumentRules rules, List<OrdersUnderWay> underWay) {
        Funds needed = Funds.neededFor(terms.side(), terms.quantity(), terms.limitPrice(), rules);
        BigDecimal promised = promised(needed.asset(), underWay);
        boolean covered = balances.known(terms.accountId(), needed.asset())
                .filter(free -> needed.areCoveredBy(free, promised))
                .isPresent();
        return covered
                ? Optional.empty()
                : balances.fresh(terms.accountId(), needed.asset())
                        .filter(free -> !needed.areCoveredBy(free, promised))
                        .map(free -> denial(needed, free, promised));
    }

    private BigDecimal promised(Asset asset, List<OrdersUnderWay> underWay) {
        return underWay.stream()
                .flatMap(others -> funds(others).stream())
                .filter(funds -> funds.asset().equals(asset))
                .map(Funds::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Optional<Funds> funds(OrdersUnderWay others) {
        return instruments
                .find(others.instrumentId())
                .map(rules -> Funds.taken(others.side(), others.quantity(), others.notional(), rules));
    }

    private static Denial denial(Funds needed, BigDecimal free, BigDecimal promised) {
        return new Denial(
                DenialReason.BALANCE_INSUFFICIENT,
                "asset=" + needed.asset() + " needs=" + text(needed.amount()) + " free=" + text(free) + " promised="
                        + text(promised));
    }

    private static String text(BigDecimal amount) {
        return Plain.of(amount).toPlainString();
    }
}
