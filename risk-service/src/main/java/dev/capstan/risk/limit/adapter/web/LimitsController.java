package dev.capstan.risk.limit.adapter.web;

import dev.capstan.contracts.account.Permission;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.kit.security.AccountAccess;
import dev.capstan.kit.security.Allowed;
import dev.capstan.kit.security.Caller;
import dev.capstan.kit.security.Role;
import dev.capstan.risk.limit.AccountLimit;
import dev.capstan.risk.limit.ChangeLimits;
import dev.capstan.risk.limit.InstrumentLimit;
import dev.capstan.risk.limit.LimitChange;
import dev.capstan.risk.limit.LimitChanges;
import dev.capstan.risk.limit.Limits;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/risk/limits}. Whoever may see the account may look; risk managers and admins change. */
@RestController
@RequestMapping("/api/risk/limits")
class LimitsController {

    private static final int MAX_PAGE = 200;

    private final AccountAccess access;
    private final Limits limits;
    private final LimitChanges changes;
    private final ChangeLimits changeLimits;

    LimitsController(AccountAccess access, Limits limits, LimitChanges changes, ChangeLimits changeLimits) {
        this.access = access;
        this.limits = limits;
        this.changes = changes;
        this.changeLimits = changeLimits;
    }

    @Allowed
    @GetMapping
    LimitsView limits(Caller caller, @RequestParam AccountId accountId) {
        access.require(caller, accountId, Permission.VIEW);
        return LimitsView.of(accountId, limits);
    }

    @Allowed
    @GetMapping("/changes")
    LimitChangePage changes(
            Caller caller,
            @RequestParam AccountId accountId,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "50") int limit) {
        access.require(caller, accountId, Permission.VIEW);
        if (limit < 1 || limit > MAX_PAGE) {
            throw ProblemException.invalid("limit", "expected 1 to " + MAX_PAGE);
        }
        List<LimitChange> found = changes.newest(accountId, cursor, limit + 1);
        return LimitChangePage.of(found, limit);
    }

    @Allowed({Role.RISK_MANAGER, Role.ADMIN})
    @PutMapping("/{accountId}")
    AccountLimitView changeAccount(
            Caller caller, @PathVariable AccountId accountId, @RequestBody AccountLimitRequest request) {
        access.require(caller, accountId, Permission.VIEW);
        AccountLimit changed = changeLimits.account(accountId, request.limit(), caller.subject());
        return AccountLimitView.of(changed, limits.accountDefaults());
    }

    @Allowed({Role.RISK_MANAGER, Role.ADMIN})
    @PutMapping("/{accountId}/{instrumentId}")
    InstrumentLimitView changeInstrument(
            Caller caller,
            @PathVariable AccountId accountId,
            @PathVariable InstrumentId instrumentId,
            @RequestBody InstrumentLimitRequest request) {
        access.require(caller, accountId, Permission.VIEW);
        InstrumentLimit changed = changeLimits.instrument(accountId, request.limit(instrumentId), caller.subject());
        return InstrumentLimitView.of(changed, limits.instrumentDefaults());
    }
}
