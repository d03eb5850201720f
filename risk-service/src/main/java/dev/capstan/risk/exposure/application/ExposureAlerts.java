package dev.capstan.risk.exposure.application;

import dev.capstan.risk.exposure.domain.BookedOrder;
import dev.capstan.trading.risk.Denial;

/** Tells operators. Alerts leave with the transaction or not at all. */
public interface ExposureAlerts {

    /** The venue committed the account beyond a limit. */
    void beyondLimit(BookedOrder order, Denial denial);

    /** The venue committed the account to something nothing is known to value by. */
    void notJudged(BookedOrder order);
}
