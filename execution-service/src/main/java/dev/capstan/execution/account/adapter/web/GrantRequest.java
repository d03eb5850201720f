package dev.capstan.execution.account.adapter.web;

import dev.capstan.contracts.account.AccountGrant;
import dev.capstan.contracts.account.Permission;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /api/accounts/{accountId}/grants}. */
record GrantRequest(@Nullable String subject, @Nullable String permission) {

    AccountGrant toGrant() {
        Checks checks = new Checks();
        String checkedSubject = checks.visibleAscii("subject", subject, 128);
        Permission checkedPermission = checks.oneOf("permission", permission, "VIEW or TRADE", Permission::valueOf);
        checks.done();
        return new AccountGrant(checkedSubject, Objects.requireNonNull(checkedPermission));
    }
}
