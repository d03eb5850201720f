package dev.capstan.gateway.idempotency;

import dev.capstan.gateway.forwarding.ForwardingSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long rows live.
 *
 * @param lease how long a claim holds without an answer
 * @param uploadLease the same for the upload of a file
 * @param retention how long an answer is given again
 */
@ConfigurationProperties("capstan.gateway.idempotency")
record IdempotencySettings(
        @DefaultValue("30s") Duration lease,
        @DefaultValue("150s") Duration uploadLease,
        @DefaultValue("24h") Duration retention) {

    IdempotencySettings {
        if (!lease.isPositive()) {
            throw new IllegalArgumentException(
                    "capstan.gateway.idempotency.lease: expected more than 0, got: " + lease);
        }
        if (retention.compareTo(lease) <= 0 || retention.compareTo(uploadLease) <= 0) {
            throw new IllegalArgumentException("capstan.gateway.idempotency.retention: expected more than the leases "
                    + lease + " and " + uploadLease + ", got: " + retention);
        }
    }

    /** A lease that can end while its own call still runs would let a second call overtake the first. */
    void requireLongerThan(ForwardingSettings forwarding) {
        requireLonger("lease", lease, forwarding.callTimeout());
        requireLonger("upload-lease", uploadLease, forwarding.uploadTimeout());
    }

    private static void requireLonger(String name, Duration lease, Duration timeout) {
        if (lease.compareTo(timeout) <= 0) {
            throw new IllegalArgumentException("capstan.gateway.idempotency." + name
                    + ": expected more than the call time-out " + timeout + ", got: " + lease);
        }
    }
}
