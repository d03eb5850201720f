package dev.capstan.execution.session;

/** The lease as a claim sees it: the row itself, inside the claim's transaction. */
public interface SessionGuard {

    /**
     * Locks the lease row in share mode and says whether it is ours: owner, fence, and time left by the database's clock. Until the
     * transaction ends nobody can take over.
     */
    boolean lockIfOurs(SessionOwnership ownership);
}
