package dev.capstan.kit.outbox;

import java.util.List;

/**
 * A bean of this type owns a compacted topic: the relay asks it for all current states when it takes over and every 30 s, and publishes
 * them, so that a consumer that missed one, or kept an older one, heals.
 */
public interface CompactedStates {

    /** All current states as they would be appended after a change. Read fresh from the database on each call. */
    List<OutboxMessage> currentStates();
}
