package dev.capstan.strategy.run.application;

import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.OrderId;
import dev.capstan.contracts.id.TradeId;
import dev.capstan.contracts.id.VenueOrderId;
import dev.capstan.contracts.value.Side;
import dev.capstan.strategy.run.domain.AttemptState;
import dev.capstan.strategy.run.domain.RunId;
import dev.capstan.trading.run.IntentReason;
import dev.capstan.trading.strategy.Signal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a run has done, line by line, in the order it did it. */
public interface RunRecord {

    /** What the strategy made of a candle. */
    record SignalLine(Instant candleOpenTime, Signal signal) {}

    /**
     * An attempt to carry out an intent.
     *
     * @param decidedAt market time
     * @param target null for none
     * @param cause why it ended; null while it has not
     */
    record IntentLine(
            int number,
            int attempt,
            Instant decidedAt,
            Side side,
            BigDecimal quantity,
            BigDecimal stop,
            @Nullable BigDecimal target,
            IntentReason reason,
            AttemptState state,
            @Nullable String cause,
            @Nullable OrderId orderId) {}

    /**
     * A fill.
     *
     * @param occurredAt at the venue, wall clock
     */
    record FillLine(
            int number,
            int attempt,
            Side side,
            BigDecimal price,
            BigDecimal quantity,
            BigDecimal commission,
            Asset commissionAsset,
            VenueOrderId venueOrderId,
            TradeId tradeId,
            Instant occurredAt) {}

    /** Signals of candles after {@code after}. */
    List<SignalLine> signals(RunId id, Instant after, int limit);

    /** Intents and their attempts, {@code skip} of them left out. */
    List<IntentLine> intents(RunId id, int skip, int limit);

    /** Fills, {@code skip} of them left out. */
    List<FillLine> fills(RunId id, int skip, int limit);
}
