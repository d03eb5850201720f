package dev.capstan.portfolio.position;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Price;
import dev.capstan.trading.accounting.PositionState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a position would gain if it were closed at the mark, without commission.
 *
 * @param amount in the quote asset; null while no mark was seen
 * @param dataAsOf when the mark traded
 */
record UnrealizedPnlView(
        @Nullable Money amount,
        @Nullable Price markPrice,
        @JsonProperty("is_stale") boolean stale,
        @JsonProperty("data_as_of_timestamp") @Nullable Instant dataAsOf) {

    private static final UnrealizedPnlView UNKNOWN = new UnrealizedPnlView(null, null, true, null);

    static UnrealizedPnlView of(PositionState state, @Nullable Mark mark, Instant now) {
        return mark == null
                ? UNKNOWN
                : new UnrealizedPnlView(
                        state.unrealizedPnl(mark.price()), mark.price(), mark.isStale(now), mark.occurredAt());
    }
}
