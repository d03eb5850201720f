package dev.capstan.execution.order.application;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.order.DenialReason;
import dev.capstan.execution.order.domain.Denial;
import dev.capstan.execution.order.domain.Funds;
import dev.capstan.execution.order.domain.OrderTerms;
import dev.capstan.execution.order.domain.Plain;
import dev.capstan.execution.venue.domain.InstrumentRules;
import dev.capstan.execution.venue.domain.Instruments;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The venue's free balances, less what orders on their way there will take. Balances known from before are good enough to let an order
 * pass; only fresh ones refuse it. When the venue does not answer soon the order passes: the venue decides anyway.
 */
public final class VenueFunds implements BalanceCheck {

    private final FreeBalances balances;
    private final Orders orders;
    private final Instruments instruments;

    public VenueFunds(FreeBalances balances, Orders orders, Instruments instruments) {
        this.balances = balances;
        this.orders = orders;
        this.instruments = instruments;
    }

    @Override
    public Optional<Denial> refuse(OrderTerms terms, InstrumentRules rules) {
        Funds needed = Funds.neededFor(terms, rules);
        BigDecimal promised = promised(terms, needed.asset());
        boolean covered = balances.known(terms.accountId(), needed.asset())
                .filter(free -> needed.areCoveredBy(free, promised))
                .isPresent();
        return covered
                ? Optional.empty()
                : balances.fresh(terms.accountId(), needed.asset())
                        .filter(free -> !needed.areCoveredBy(free, promised))
                        .map(free -> denial(needed, free, promised));
    }

    private BigDecimal promised(OrderTerms terms, Asset asset) {
        return underWay(terms.accountId())
                .filter(other -> !other.orderId().equals(terms.orderId()))
                .flatMap(other ->
                        instruments.find(other.instrumentId()).map(rules -> Funds.neededFor(other, rules)).stream())
                .filter(funds -> funds.asset().equals(asset))
                .map(Funds::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Stream<OrderTerms> underWay(AccountId accountId) {
        return orders.underWay(accountId).stream().map(order -> order.terms());
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
