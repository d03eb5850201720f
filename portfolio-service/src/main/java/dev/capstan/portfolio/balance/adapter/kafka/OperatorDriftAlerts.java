package dev.capstan.portfolio.balance.adapter.kafka;

import dev.capstan.kit.alert.Alerts;
import dev.capstan.portfolio.balance.domain.Comparison;
import dev.capstan.portfolio.balance.domain.DriftAlerts;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Alert {@code BALANCE_DRIFT}, one for each asset that differs. */
@Component
class OperatorDriftAlerts implements DriftAlerts {

    private final Alerts alerts;
    private final Counter drifts;

    OperatorDriftAlerts(Alerts alerts, MeterRegistry registry) {
        this.alerts = alerts;
        this.drifts = registry.counter("capstan.portfolio.balance.drifts");
    }

    @Override
    public void raise(Comparison comparison) {
        String account = comparison.snapshot().accountId().text();
        comparison
                .differences()
                .forEach(difference -> alerts.raise("BALANCE_DRIFT", account, account, detail(comparison, difference)));
        drifts.increment(comparison.differences().size());
    }

    private static String detail(Comparison comparison, Comparison.Difference difference) {
        return "asset=" + difference.asset() + " venue=" + difference.venue() + " ledger=" + difference.ledger()
                + " difference=" + difference.amount() + " snapshot="
                + comparison.snapshot().eventId();
    }
}
