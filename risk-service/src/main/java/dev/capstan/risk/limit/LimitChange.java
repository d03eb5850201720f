package dev.capstan.risk.limit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.capstan.contracts.id.InstrumentId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change that was made.
 *
 * @param instrumentId null for a change of the account's own limits
 * @param version the version it made
 * @param before JSON
 * @param after JSON
 */
public record LimitChange(
        UUID changeId,
        @Nullable InstrumentId instrumentId,
        long version,
        String changedBy,
        Instant changedAt,
        @JsonRawValue String before,
        @JsonRawValue String after) {}
