package dev.capstan.portfolio.rebuild.adapter.kafka;

import dev.capstan.kit.alert.Alerts;
import dev.capstan.portfolio.rebuild.domain.RebuildAlerts;
import dev.capstan.portfolio.rebuild.domain.RebuiltBook;
import org.springframework.stereotype.Component;

/** Alert {@code LEDGER_REBUILD_DIFFERS}: the old entries are still there, so a person can say which were wrong. */
@Component
class OperatorRebuildAlerts implements RebuildAlerts {

    private final Alerts alerts;

    OperatorRebuildAlerts(Alerts alerts) {
        this.alerts = alerts;
    }

    @Override
    public void raise(RebuiltBook book) {
        String account = book.accountId().text();
        alerts.raise(
                "LEDGER_REBUILD_DIFFERS",
                account + "|" + book.book(),
                account,
                "before=" + book.before() + " after=" + book.after());
    }
}
