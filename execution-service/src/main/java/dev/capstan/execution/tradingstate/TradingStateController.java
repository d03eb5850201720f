package dev.capstan.execution.tradingstate;

import dev.capstan.contracts.account.Permission;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.contracts.tradingstate.TradingStateEvent;
import dev.capstan.execution.account.Account;
import dev.capstan.execution.account.Accounts;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.kit.security.Allowed;
import dev.capstan.kit.security.Caller;
import dev.capstan.kit.security.Role;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Look, halt, re-arm. Whoever may trade an account may halt it; only risk managers and admins halt everything, and re-arm. */
@RestController
class TradingStateController {

    private final JdbcTradingStates states;
    private final SetTradingState set;
    private final Accounts accounts;

    TradingStateController(JdbcTradingStates states, SetTradingState set, Accounts accounts) {
        this.states = states;
        this.set = set;
        this.accounts = accounts;
    }

    @Allowed
    @GetMapping("/api/trading-state")
    TradingStateList list(Caller caller, @RequestParam(required = false) @Nullable AccountId accountId) {
        if (accountId != null) {
            requireSight(caller, accountId);
            return new TradingStateList(states.of(accountId), null);
        }
        return new TradingStateList(
                Stream.concat(
                                states.find(TradingScope.ALL).stream(),
                                accounts.visibleTo(caller).stream()
                                        .map(Account::accountId)
                                        .flatMap(visible -> states.of(visible).stream())
                                        .filter(state -> state.accountId() != null))
                        .toList(),
                null);
    }

    @Allowed({Role.TRADER, Role.RISK_MANAGER, Role.ADMIN})
    @PostMapping("/api/trading-state/halt")
    TradingStateEvent halt(Caller caller, @RequestBody ChangeTradingStateRequest request) throws InterruptedException {
        TradingScope scope = request.toScope();
        requireHalt(caller, scope);
        return set.halt(scope, caller.subject(), request.reason(), Boolean.TRUE.equals(request.cancelOpenOrders()));
    }

    @Allowed({Role.RISK_MANAGER, Role.ADMIN})
    @PostMapping("/api/trading-state/re-arm")
    TradingStateEvent reArm(Caller caller, @RequestBody ChangeTradingStateRequest request) {
        TradingScope scope = request.toScope();
        if (request.cancelOpenOrders() != null) {
            throw ProblemException.invalid("cancelOpenOrders", "does not go with re-arming");
        }
        requireExisting(scope);
        return set.reArm(scope, caller.subject(), request.reason());
    }

    private void requireSight(Caller caller, AccountId accountId) {
        if (mayControl(caller)) {
            requireExisting(new TradingScope(accountId, null));
        } else {
            accounts.require(caller, accountId, Permission.VIEW);
        }
    }

    private void requireHalt(Caller caller, TradingScope scope) {
        AccountId accountId = scope.accountId();
        if (mayControl(caller)) {
            requireExisting(scope);
        } else if (accountId == null) {
            throw ProblemException.of(
                    ProblemCode.ACCESS_DENIED, "Halting everything needs the role risk-manager or admin.");
        } else {
            accounts.require(caller, accountId, Permission.TRADE);
        }
    }

    private void requireExisting(TradingScope scope) {
        AccountId accountId = scope.accountId();
        if (accountId != null && accounts.find(accountId).isEmpty()) {
            throw ProblemException.of(ProblemCode.NOT_FOUND, ProblemCode.NOT_FOUND.title());
        }
    }

    private static boolean mayControl(Caller caller) {
        return caller.has(Role.RISK_MANAGER) || caller.has(Role.ADMIN);
    }

    /** All there are; never more than fit one answer. */
    record TradingStateList(
            List<TradingStateEvent> items, @Nullable String nextCursor) {}
}
