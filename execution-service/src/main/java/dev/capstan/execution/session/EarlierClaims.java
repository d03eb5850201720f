package dev.capstan.execution.session;

import dev.capstan.contracts.id.AccountId;
import java.util.Optional;
import java.util.function.Supplier;

/** What an earlier owner claimed and nobody knows the end of: put in doubt in the transaction that takes over. */
public interface EarlierClaims {

    /**
     * Runs {@code takeLease}, which writes the new fence, and in the same transaction puts every claim of an older fence in doubt. Nothing
     * happens when {@code takeLease} gives nothing.
     */
    Optional<SessionOwnership> inDoubtWith(AccountId accountId, Supplier<Optional<SessionOwnership>> takeLease);
}
