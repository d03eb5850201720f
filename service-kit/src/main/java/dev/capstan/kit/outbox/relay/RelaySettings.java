package dev.capstan.kit.outbox.relay;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the relay works.
 *
 * @param lease how long a bucket stays ours without renewal
 * @param renewEvery how often leases are renewed and shared out
 * @param idlePoll longest pause between two looks when no signal comes, e.g. for rows of a process that died
 * @param busyPoll longest pause after a look that found something, when no signal comes
 * @param gather shortest pause after such a look: what commits meanwhile shares the next one
 * @param batch rows per look
 * @param inFlight rows sent and not yet deleted at most
 * @param republishEvery how often the states of compacted topics are published anew
 */
@Validated
@ConfigurationProperties("capstan.outbox")
record RelaySettings(
        @DefaultValue("10s") Duration lease,
        @DefaultValue("3s") Duration renewEvery,
        @DefaultValue("500ms") Duration idlePoll,
        @DefaultValue("20ms") Duration busyPoll,
        @DefaultValue("4ms") Duration gather,

        @DefaultValue("500") @Min(value = 1, message = BATCH) @Max(value = 10_000, message = BATCH)
        int batch,

        @DefaultValue("2000") @Min(value = 1, message = BATCH) @Max(value = 10_000, message = BATCH)
        int inFlight,

        @DefaultValue("30s") Duration republishEvery) {

    private static final String BATCH = "expected 1 to 10000 rows";

    /** Shorter than a lease, so that what an owner has sent is answered or given up before another owner sends it. */
    int deliveryTimeoutMillis() {
        return Math.toIntExact(lease.toMillis() * 8 / 10);
    }
}
