package dev.capstan.risk.reservation.application;

import dev.capstan.risk.exposure.domain.BookedOrder;
import dev.capstan.risk.exposure.domain.InstrumentBook;
import dev.capstan.risk.exposure.domain.InstrumentPosition;
import dev.capstan.trading.risk.AccountLimits;
import dev.capstan.trading.risk.InstrumentLimits;
import java.util.List;
import java.util.Optional;

/**
 * All that an answer is made of, read behind the locks of account and instrument.
 *
 * @param answered the order that was answered under the client order id of the question
 * @param order the order of the question, as far as it is known
 * @param behind whether events of the instrument are known to be missing
 * @param books every instrument of the account
 */
public record Gathered(
        AccountLimits accountLimits,
        InstrumentLimits instrumentLimits,
        Optional<BookedOrder> answered,
        Optional<BookedOrder> order,
        InstrumentPosition position,
        boolean behind,
        List<InstrumentBook> books) {}
