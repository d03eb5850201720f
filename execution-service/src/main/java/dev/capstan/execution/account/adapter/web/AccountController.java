package dev.capstan.execution.account.adapter.web;

import dev.capstan.contracts.account.Permission;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.execution.account.Accounts;
import dev.capstan.execution.account.application.GrantAccessHandler;
import dev.capstan.execution.account.application.OpenAccountHandler;
import dev.capstan.execution.account.application.ReplaceVenueKeysHandler;
import dev.capstan.execution.account.application.RevokeAccessHandler;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.kit.security.Allowed;
import dev.capstan.kit.security.Caller;
import dev.capstan.kit.security.Role;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Accounts over HTTP. */
@RestController
@RequestMapping("/api/accounts")
class AccountController {

    private final Accounts accounts;
    private final OpenAccountHandler openAccount;
    private final ReplaceVenueKeysHandler replaceVenueKeys;
    private final GrantAccessHandler grantAccess;
    private final RevokeAccessHandler revokeAccess;

    AccountController(
            Accounts accounts,
            OpenAccountHandler openAccount,
            ReplaceVenueKeysHandler replaceVenueKeys,
            GrantAccessHandler grantAccess,
            RevokeAccessHandler revokeAccess) {
        this.accounts = accounts;
        this.openAccount = openAccount;
        this.replaceVenueKeys = replaceVenueKeys;
        this.grantAccess = grantAccess;
        this.revokeAccess = revokeAccess;
    }

    /** 201 for the first call and for every repeat of it: the same account. */
    @Allowed({Role.TRADER, Role.ADMIN})
    @PostMapping
    ResponseEntity<AccountView> create(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @RequestBody CreateAccountRequest request) {
        AccountView view =
                AccountView.of(openAccount.handle(request.toCommand(caller.subject(), checked(idempotencyKey))));
        return ResponseEntity.created(URI.create("/api/accounts/" + view.accountId()))
                .body(view);
    }

    @Allowed
    @GetMapping
    AccountList list(Caller caller) {
        return new AccountList(
                accounts.visibleTo(caller).stream().map(AccountView::of).toList(), null);
    }

    @Allowed
    @GetMapping("/{accountId}")
    AccountView get(Caller caller, @PathVariable String accountId) {
        return AccountView.of(accounts.require(caller, parse(accountId), Permission.VIEW));
    }

    @Allowed({Role.TRADER, Role.ADMIN})
    @PutMapping("/{accountId}/venue-keys")
    AccountView putVenueKeys(Caller caller, @PathVariable String accountId, @RequestBody VenueKeysRequest request) {
        return AccountView.of(replaceVenueKeys.handle(caller, parse(accountId), request.toKeys()));
    }

    @Allowed({Role.TRADER, Role.ADMIN})
    @PostMapping("/{accountId}/grants")
    AccountView grant(Caller caller, @PathVariable String accountId, @RequestBody GrantRequest request) {
        return AccountView.of(grantAccess.handle(caller, parse(accountId), request.toGrant()));
    }

    @Allowed({Role.TRADER, Role.ADMIN})
    @DeleteMapping("/{accountId}/grants/{subject}")
    AccountView revoke(Caller caller, @PathVariable String accountId, @PathVariable String subject) {
        return AccountView.of(revokeAccess.handle(caller, parse(accountId), subject));
    }

    private static String checked(@Nullable String idempotencyKey) {
        if (idempotencyKey == null || idempotencyKey.isEmpty()) {
            throw ProblemException.of(ProblemCode.IDEMPOTENCY_KEY_MISSING, "Send an Idempotency-Key.");
        }
        if (idempotencyKey.length() > 255 || !idempotencyKey.chars().allMatch(c -> c > 32 && c < 127)) {
            throw ProblemException.of(ProblemCode.IDEMPOTENCY_KEY_INVALID, "Send 1 to 255 visible ASCII characters.");
        }
        return idempotencyKey;
    }

    /** What is no id is nobody's account. */
    private static AccountId parse(String text) {
        try {
            return AccountId.parse(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(ProblemCode.NOT_FOUND, "There is no such account.");
        }
    }
}
