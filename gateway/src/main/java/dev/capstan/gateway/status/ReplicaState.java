package dev.capstan.gateway.status;

import dev.capstan.gateway.health.CheckLine;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One replica as it was when last asked.
 *
 * @param status {@code up}, {@code not_ready}, {@code down} or, before it was ever asked, {@code unknown}
 * @param instance its own name; the last one heard while it is down
 * @param since when it became so
 * @param checkedAt when it was last asked
 * @param detail why it is down
 */
record ReplicaState(
        String address,
        String status,
        @Nullable String instance,
        @Nullable String version,
        Map<String, CheckLine> checks,
        Instant since,
        Instant checkedAt,
        @Nullable String detail) {

    ReplicaState {
        checks = new TreeMap<>(checks);
    }

    static ReplicaState unknown(String address, Instant now) {
        return new ReplicaState(address, "unknown", null, null, Map.of(), now, now, null);
    }

    /** What was found now, after this. */
    ReplicaState followedBy(
            String newStatus,
            @Nullable String newInstance,
            @Nullable String newVersion,
            Map<String, CheckLine> newChecks,
            Instant at) {
        return new ReplicaState(
                address,
                newStatus,
                newInstance == null ? instance : newInstance,
                newVersion == null ? version : newVersion,
                newChecks,
                sinceOf(newStatus, at),
                at,
                null);
    }

    ReplicaState down(String why, Instant at) {
        return new ReplicaState(address, "down", instance, version, Map.of(), sinceOf("down", at), at, why);
    }

    private Instant sinceOf(String newStatus, Instant at) {
        return newStatus.equals(status) ? since : at;
    }

    boolean isUp() {
        return status.equals("up");
    }
}
