package dev.capstan.execution.session;

import dev.capstan.kit.jdbc.RoundTrip;
import java.util.function.Supplier;

/** The lease as a claim sees it: the row itself, inside the claim's transaction. */
public interface SessionGuard {

    /**
     * Locks the lease row in share mode and says whether it is ours: owner, fence, and time left by the database's clock. Until the
     * transaction ends nobody can take over.
     *
     * @param trip locks when it is sent; the answer is there afterwards
     */
    Supplier<Boolean> lockIfOurs(SessionOwnership ownership, RoundTrip trip);
}
