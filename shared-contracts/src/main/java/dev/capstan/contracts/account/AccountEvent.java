package dev.capstan.contracts.account;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.VenueId;
import java.time.Instant;
import java.util.List;

/**
 * The whole state of an account on the compacted topic {@code execution.account.events.v1}, key = account id.
 *
 * <p>A lower {@code version} than the one seen is ignored. The owner republishes every state when its relay takes over and every 30 s.
 *
 * @param ownerSubject the Keycloak subject of the owner
 */
public record AccountEvent(
        AccountId accountId,
        String name,
        AccountKind kind,
        VenueId venueId,
        String ownerSubject,
        List<AccountGrant> grants,
        long version,
        Instant recordedAt) {

    public AccountEvent {
        grants = List.copyOf(grants);
    }

    /** Whether {@code subject} may do what {@code permission} says. */
    public boolean allows(String subject, Permission permission) {
        return ownerSubject.equals(subject)
                || grants.stream()
                        .anyMatch(grant -> grant.subject().equals(subject)
                                && (grant.permission() == Permission.TRADE || grant.permission() == permission));
    }
}
