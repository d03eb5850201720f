package dev.capstan.gateway.idempotency;

import java.time.Duration;

/** The rows of all gateways. Every method is one short transaction of its own. */
interface IdempotencyRecords {

    /**
     * Claims the key for this call, or says why not. Of callers at the same time, at any gateway, exactly one is granted.
     *
     * @param lease how long the claim holds without an answer
     */
    Claim claim(CallId callId, Fingerprint fingerprint, Duration lease);

    /** Keeps the answer while the claim still holds; false when another call has taken the key over since. */
    boolean store(Claim.Granted claim, StoredAnswer answer);

    /** Gives the key back at once, for the same request only: the next call with it is made again. */
    void release(Claim.Granted claim);

    /** Removes up to {@code limit} expired rows and says how many. Safe on several replicas at once. */
    int purge(int limit);
}
