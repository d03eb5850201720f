package dev.capstan.execution.session;

import dev.capstan.contracts.id.AccountId;

/**
 * Something that lives as long as this replica owns an account's session: the user data stream, the clock, the reconciliation. Beans of
 * this type are told; claims wait until all are ready.
 */
public interface SessionParticipant {

    /** Called once after a takeover committed, on a thread of its own; may block. */
    void owned(SessionOwnership ownership);

    /** Called when ownership ended or may have ended; must stop quickly. */
    void lost(AccountId accountId);

    /** Whether new orders of the account may be claimed as far as this participant is concerned. */
    boolean isReady(AccountId accountId);
}
