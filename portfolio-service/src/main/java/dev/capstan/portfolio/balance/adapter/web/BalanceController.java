package dev.capstan.portfolio.balance.adapter.web;

import dev.capstan.contracts.account.Permission;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.kit.security.AccountAccess;
import dev.capstan.kit.security.Allowed;
import dev.capstan.kit.security.Caller;
import dev.capstan.portfolio.PageView;
import dev.capstan.portfolio.balance.domain.Balances;
import dev.capstan.portfolio.feed.OrderFeed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BalanceController {

    private final AccountAccess access;
    private final Balances balances;
    private final OrderFeed feed;
    private final BalanceSettings settings;
    private final Clock clock;

    BalanceController(AccountAccess access, Balances balances, OrderFeed feed, BalanceSettings settings, Clock clock) {
        this.access = access;
        this.balances = balances;
        this.feed = feed;
        this.settings = settings;
        this.clock = clock;
    }

    @Allowed
    @GetMapping("/api/balances")
    PageView<BalanceView> balances(
            Caller caller,
            @RequestParam AccountId accountId,
            @RequestParam(defaultValue = "") @Size(max = 20, message = "expected a cursor from an earlier answer")
                    String cursor,
            @RequestParam(defaultValue = "100")
                    @Min(value = 1, message = "expected 1 to 500")
                    @Max(value = 500, message = "expected 1 to 500")
                    int limit) {
        access.require(caller, accountId, Permission.VIEW);
        Balances.Basis basis = balances.basis(accountId);
        boolean stale = isStale(accountId, basis);
        return PageView.of(
                balances.ofAccount(accountId, cursor, limit + 1).stream()
                        .map(balance -> BalanceView.of(accountId, balance, basis.comparedAt(), stale))
                        .toList(),
                limit,
                view -> view.asset().text());
    }

    private boolean isStale(AccountId accountId, Balances.Basis basis) {
        boolean waitsTooLong = basis.waitingSince() != null
                && basis.waitingSince().plus(settings.staleAfter()).isBefore(clock.instant());
        return basis.comparedAt() == null
                || basis.incomplete()
                || waitsTooLong
                || basis.instruments().stream()
                        .anyMatch(instrument -> feed.isBehind(new StreamKey(accountId, instrument)));
    }
}
