package dev.capstan.execution.venue.domain;

import dev.capstan.contracts.id.AccountId;

/** Told whenever reports of an account may have been missed, so that somebody compares our books with the venue's. */
public interface ReportGaps {

    /**
     * Returns at once; from then on the account is not ready for new orders until the books were compared.
     *
     * @param cause for people, e.g. {@code stream connected}
     */
    void reportsMayBeMissing(AccountId accountId, String cause);
}
