package dev.capstan.risk.exposure.application;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.risk.exposure.domain.BookedOrder;
import dev.capstan.risk.exposure.domain.ExposureBooks;
import dev.capstan.risk.exposure.domain.InstrumentBook;
import dev.capstan.risk.limit.Limits;
import dev.capstan.trading.risk.RiskCheck;
import dev.capstan.trading.risk.RiskPolicies;
import dev.capstan.trading.risk.exposure.OpenOrder;
import java.util.List;
import java.util.Optional;

/**
 * Sees what the venue committed an account to without a reservation: an order placed there by hand, one re-opened, a late fill. Such facts
 * are booked whatever the limits say; where they pass one, somebody is told.
 */
class LimitWatch {

    private final ExposureBooks books;
    private final Limits limits;
    private final Valuation valuation;
    private final ExposureAlerts alerts;
    private final RiskPolicies policies = RiskPolicies.amounts();

    LimitWatch(ExposureBooks books, Limits limits, Valuation valuation, ExposureAlerts alerts) {
        this.books = books;
        this.limits = limits;
        this.valuation = valuation;
        this.alerts = alerts;
    }

    /** Whether the order commits the account to more than before. What was reserved grows nowhere, so of most events this is false. */
    boolean concerns(BookedOrder before, BookedOrder after) {
        return after.committed().isGreaterThan(before.committed());
    }

    /** Called when everything before {@code after} is stored and {@code after} itself is not: the books show what was before. */
    void judge(BookedOrder before, BookedOrder after) {
        List<InstrumentBook> account = books.account(after.key().accountId());
        InstrumentBook own = account.stream()
                .filter(book -> book.position().key().equals(after.key()))
                .findFirst()
                .orElseThrow();
        Optional<Price> price = valuation.newestPrice(own.position());
        Optional<Price> rate = valuation.referenceRate(own.position());
        if (price.isEmpty() || rate.isEmpty()) {
            alerts.notJudged(after);
            return;
        }
        RiskCheck check = new RiskCheck(
                own.at(price.get()),
                grown(before, after),
                null,
                null,
                valuation.worth(others(account, after.key())).total(),
                rate.get(),
                opened(before, after) ? openOrders(account) : 0,
                limits.of(after.key()),
                limits.of(after.key().accountId()));
        policies.judge(check).ifPresent(denial -> alerts.beyondLimit(after, denial));
    }

    private static OpenOrder grown(BookedOrder before, BookedOrder after) {
        Quantity growth = after.committed().minus(before.committed());
        return new OpenOrder(after.side(), growth, after.reservedPrice());
    }

    private static boolean opened(BookedOrder before, BookedOrder after) {
        return after.isHeld() && !before.isHeld();
    }

    private static int openOrders(List<InstrumentBook> account) {
        return account.stream().mapToInt(book -> book.openOrders().size()).sum();
    }

    private static List<InstrumentBook> others(List<InstrumentBook> account, StreamKey key) {
        return account.stream()
                .filter(book -> !book.position().key().equals(key))
                .toList();
    }
}
