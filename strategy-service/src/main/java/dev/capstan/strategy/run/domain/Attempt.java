package dev.capstan.strategy.run.domain;

import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.ClientOrderIds;
import dev.capstan.contracts.id.OrderId;
import dev.capstan.contracts.value.Side;
import dev.capstan.trading.run.IntentReason;
import dev.capstan.trading.run.TradeIntent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to carry out an intent. What it wants never changes; how far it has come does. Prices and quantities in {@link
 * dev.capstan.trading.fixed.Decimal8}.
 *
 * @param number of the intent, counted from 1 within the run
 * @param attempt counted from 1 within the intent
 * @param candleOpenTime of the candle it was decided on
 * @param target 0 for none
 * @param decidedAt market time from which it may act
 * @param expiresAt market time at which the bar it may act in is over
 * @param key under which execution is called, however often
 * @param clientOrderId what execution makes of the key
 * @param orderId null until execution's answer or the first event of the order was stored
 * @param cause why it ended; null while it has not
 * @param lastPrice of its last fill; null while nothing filled
 * @param dueAt wall clock: when it is sent next, if nobody has answered
 */
public record Attempt(
        RunId runId,
        int number,
        int attempt,
        int strategyVersion,
        Instant candleOpenTime,
        Side side,
        long quantity,
        long stop,
        long target,
        IntentReason reason,
        Instant decidedAt,
        Instant expiresAt,
        String key,
        ClientOrderId clientOrderId,
        AttemptState state,
        @Nullable OrderId orderId,
        @Nullable String cause,
        @Nullable Long lastPrice,
        Instant dueAt,
        @Nullable Instant sentAt,
        @Nullable Instant endedAt) {

    /** The first one for {@code intent}, due at once. */
    static Attempt first(RunId run, String owner, RunSpec spec, TradeIntent intent, Instant candle, Instant now) {
        Instant decidedAt = Instant.ofEpochMilli(intent.decidedAt());
        String key = keyOf(run, spec.strategyVersion(), candle, intent.number(), 1);
        return new Attempt(
                run,
                intent.number(),
                1,
                spec.strategyVersion(),
                candle,
                intent.side(),
                intent.quantity(),
                intent.stop(),
                intent.target(),
                intent.reason(),
                decidedAt,
                spec.next(decidedAt),
                key,
                ClientOrderIds.of(spec.installationId(), spec.accountId(), owner, key),
                AttemptState.PENDING,
                null,
                null,
                null,
                now,
                null,
                null);
    }

    /** Another one for the same intent, under a key of its own. */
    Attempt next(String owner, RunSpec spec, Instant due) {
        String nextKey = keyOf(runId, strategyVersion, candleOpenTime, number, attempt + 1);
        return new Attempt(
                runId,
                number,
                attempt + 1,
                strategyVersion,
                candleOpenTime,
                side,
                quantity,
                stop,
                target,
                reason,
                decidedAt,
                expiresAt,
                nextKey,
                ClientOrderIds.of(spec.installationId(), spec.accountId(), owner, nextKey),
                AttemptState.PENDING,
                null,
                null,
                null,
                due,
                null,
                null);
    }

    /** Deterministic, so that whoever makes it again makes the same. */
    private static String keyOf(RunId run, int version, Instant candle, int number, int attempt) {
        return "run-" + run + "-v" + version + "-" + candle.toEpochMilli() + "-" + number + "-" + attempt;
    }

    boolean isOver() {
        return state == AttemptState.ENDED;
    }

    Attempt sent(Instant now, Instant nextDue) {
        return with(AttemptState.SENT, orderId, null, lastPrice, nextDue, sentAt == null ? now : sentAt, null);
    }

    Attempt ordered(OrderId order) {
        return with(AttemptState.ORDERED, order, null, lastPrice, dueAt, sentAt, null);
    }

    Attempt filledAt(long price) {
        return with(state, orderId, cause, price, dueAt, sentAt, endedAt);
    }

    Attempt ended(String why, Instant now) {
        return with(AttemptState.ENDED, orderId, why, lastPrice, dueAt, sentAt, now);
    }

    private Attempt with(
            AttemptState newState,
            @Nullable OrderId newOrder,
            @Nullable String newCause,
            @Nullable Long newPrice,
            Instant newDue,
            @Nullable Instant newSent,
            @Nullable Instant newEnd) {
        return new Attempt(
                runId,
                number,
                attempt,
                strategyVersion,
                candleOpenTime,
                side,
                quantity,
                stop,
                target,
                reason,
                decidedAt,
                expiresAt,
                key,
                clientOrderId,
                newState,
                newOrder,
                newCause,
                newPrice,
                newDue,
                newSent,
                newEnd);
    }
}
