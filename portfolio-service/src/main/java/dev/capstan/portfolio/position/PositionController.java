package dev.capstan.portfolio.position;

import dev.capstan.contracts.account.Permission;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.kit.security.AccountAccess;
import dev.capstan.kit.security.Allowed;
import dev.capstan.kit.security.Caller;
import dev.capstan.portfolio.PageView;
import dev.capstan.portfolio.feed.OrderFeed;
import dev.capstan.portfolio.ledger.domain.PositionBook;
import dev.capstan.portfolio.ledger.domain.PositionPages;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/positions}: flat ones too, because what they earned stays of interest. */
@RestController
class PositionController {

    private final AccountAccess access;
    private final PositionPages pages;
    private final JdbcCommissions commissions;
    private final Marks marks;
    private final OrderFeed feed;
    private final Clock clock;

    PositionController(
            AccountAccess access,
            PositionPages pages,
            JdbcCommissions commissions,
            Marks marks,
            OrderFeed feed,
            Clock clock) {
        this.access = access;
        this.pages = pages;
        this.commissions = commissions;
        this.marks = marks;
        this.feed = feed;
        this.clock = clock;
    }

    @Allowed
    @GetMapping("/api/positions")
    PageView<PositionView> positions(
            Caller caller,
            @RequestParam AccountId accountId,
            @RequestParam(defaultValue = "") @Size(max = 64, message = "expected a cursor from an earlier answer")
                    String cursor,
            @RequestParam(defaultValue = "100")
                    @Min(value = 1, message = "expected 1 to 500")
                    @Max(value = 500, message = "expected 1 to 500")
                    int limit) {
        access.require(caller, accountId, Permission.VIEW);
        List<PositionBook> found = pages.ofAccount(accountId, cursor, limit + 1);
        Map<InstrumentId, List<CommissionView>> charged = commissions.of(
                accountId, found.stream().map(page -> page.key().instrumentId()).toList());
        return PageView.of(
                found.stream().map(page -> view(page, charged)).toList(),
                limit,
                view -> view.instrumentId().text());
    }

    private PositionView view(PositionBook page, Map<InstrumentId, List<CommissionView>> charged) {
        InstrumentId instrumentId = page.key().instrumentId();
        return PositionView.of(
                page,
                charged.getOrDefault(instrumentId, List.of()),
                UnrealizedPnlView.of(page.state(), marks.of(instrumentId), clock.instant()),
                feed.isBehind(page.key()));
    }
}
