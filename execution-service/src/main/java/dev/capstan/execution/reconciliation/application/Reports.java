package dev.capstan.execution.reconciliation.application;

import dev.capstan.contracts.order.FactSource;
import dev.capstan.execution.venue.domain.VenueFill;
import dev.capstan.execution.venue.domain.VenueReport;
import java.util.List;

/** Reports as reconciliation brings them. */
final class Reports {

    private Reports() {}

    /** The same report with these fills, found by comparing. */
    static VenueReport reconciled(VenueReport report, List<VenueFill> fills) {
        return new VenueReport(
                report.accountId(),
                report.instrumentId(),
                report.clientOrderId(),
                report.venueOrderId(),
                report.side(),
                report.orderType(),
                report.timeInForce(),
                report.quantity(),
                report.limitPrice(),
                report.triggerPrice(),
                report.state(),
                report.executedQuantity(),
                fills,
                FactSource.RECONCILIATION,
                report.text(),
                report.placedAt(),
                report.occurredAt());
    }
}
