package dev.capstan.execution.reconciliation.adapter.web;

import dev.capstan.contracts.account.Permission;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.execution.account.Accounts;
import dev.capstan.execution.reconciliation.domain.ReconciliationRuns;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.kit.security.Allowed;
import dev.capstan.kit.security.Caller;
import dev.capstan.kit.security.Role;
import java.time.Clock;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reconciliation over HTTP. */
@RestController
@RequestMapping("/api/accounts/{accountId}/reconciliation")
class ReconciliationController {

    private final Accounts accounts;
    private final ReconciliationRuns runs;
    private final Clock clock;

    ReconciliationController(Accounts accounts, ReconciliationRuns runs, Clock clock) {
        this.accounts = accounts;
        this.runs = runs;
        this.clock = clock;
    }

    @Allowed
    @GetMapping
    ReconciliationView last(Caller caller, @PathVariable String accountId) {
        AccountId id = visible(caller, accountId);
        return runs.last(id).map(ReconciliationView::of).orElseGet(() -> ReconciliationView.none(id));
    }

    /** 202: the session's owner runs it within seconds. Asking twice is asking once. */
    @Allowed({Role.TRADER, Role.RISK_MANAGER, Role.ADMIN})
    @PostMapping
    ResponseEntity<ReconciliationView> request(Caller caller, @PathVariable String accountId) {
        AccountId id = visible(caller, accountId);
        runs.request(id, clock.instant());
        return ResponseEntity.accepted().body(last(caller, accountId));
    }

    private AccountId visible(Caller caller, String accountId) {
        return accounts.require(caller, parse(accountId), Permission.VIEW).accountId();
    }

    private static AccountId parse(String text) {
        try {
            return AccountId.parse(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(ProblemCode.NOT_FOUND, "There is no such account.");
        }
    }
}
