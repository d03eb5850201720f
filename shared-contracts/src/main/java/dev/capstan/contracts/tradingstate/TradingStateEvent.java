package dev.capstan.contracts.tradingstate;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One trading state row on the compacted topic {@code execution.trading-state.events.v1}, key = {@link #key()}.
 *
 * <p>A lower {@code version} than the one seen is ignored. A state not republished for 90 s is stale and means HALTED to everyone but
 * execution.
 *
 * @param accountId null for scope ALL
 * @param instrumentId set for scope INSTRUMENT only
 * @param changedBy the subject of a person, or the name of the service
 */
public record TradingStateEvent(
        TradingStateScope scope,
        @Nullable AccountId accountId,
        @Nullable InstrumentId instrumentId,
        TradingStateValue state,
        TradingStateCause cause,
        String changedBy,
        @Nullable String reason,
        long version,
        Instant changedAt) {

    /** {@code ALL}, {@code <accountId>} or {@code <accountId>|<instrumentId>}. */
    public String key() {
        return switch (scope) {
            case ALL -> "ALL";
            case ACCOUNT -> String.valueOf(accountId);
            case INSTRUMENT -> accountId + "|" + instrumentId;
        };
    }
}
