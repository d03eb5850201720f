package dev.capstan.strategy.run.domain;

import dev.capstan.contracts.id.OrderId;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.candle.CandleCursor;
import dev.capstan.trading.run.RunStage;
import dev.capstan.trading.run.TradeIntent;
import dev.capstan.trading.strategy.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A run while its row is locked: what happens is told to the {@link Brain}, which decides, and what it wants becomes {@link Attempt}s.
 * Afterwards the row is written from it, and the attempts that changed.
 */
public final class LiveRun {

    static final int MOST_ATTEMPTS = 5;

    /** Longer than a call may take, so that no two calls for one attempt are under way. */
    private static final Duration UNTIL_NEXT_SEND = Duration.ofSeconds(3);

    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(500);

    /** However fast the market plays, a pause this short is the machine's. */
    private static final Duration SHORTEST_SILENCE = Duration.ofSeconds(5);

    private final RunId id;
    private final String owner;
    private final RunSpec spec;
    private final Brain brain;
    private final Map<String, Attempt> changed = new LinkedHashMap<>();
    private RunProgress progress;
    private @Nullable RunEnd end;
    private @Nullable Attempt open;

    public LiveRun(
            RunId id,
            String owner,
            RunSpec spec,
            Brain brain,
            RunProgress progress,
            @Nullable RunEnd end,
            @Nullable Attempt open) {
        this.id = id;
        this.owner = owner;
        this.spec = spec;
        this.brain = brain;
        this.progress = progress;
        this.end = end;
        this.open = open;
    }

    /** A candle is over; it may be one that is taken later. A run that has ended takes none. */
    public void knows(Instant openTime) {
        if (isRunning()) {
            progress = progress.knowing(openTime);
        }
    }

    /** Whether the candle that opened then is the one it waits for. */
    public boolean waitsFor(Instant openTime) {
        return isRunning() && spec.next(progress.lastCandle()).equals(openTime);
    }

    /**
     * Takes the next candle.
     *
     * @param canOpenPosition whether one more position may be opened; asked only when it matters
     * @return what the strategy made of it; null when it failed on it and the run is halted
     */
    public @Nullable Signal take(Candle candle, Instant now, BooleanSupplier canOpenPosition) {
        knows(candle.openTime());
        dropUnsent(now);
        progress = progress.taken(candle, now);
        CandleCursor cursor = new CandleCursor(
                CandleColumns.of(spec.intervalMillis(), candle.openTime().toEpochMilli(), candle.bar()));
        Brain.Thought thought = brain.think(cursor.candle());
        if (thought.failure() != null) {
            halt(HaltReason.STRATEGY_FAILED, "candle=" + candle.openTime() + " " + thought.failure(), now);
            return null;
        }
        TradeIntent intent = thought.intent();
        if (intent != null) {
            wants(intent, candle, now, canOpenPosition);
        }
        return brain.run().signal();
    }

    private void wants(TradeIntent intent, Candle candle, Instant now, BooleanSupplier canOpenPosition) {
        Attempt first = Attempt.first(id, owner, spec, intent, candle.openTime(), now);
        put(first);
        if (intent.isEntry() && !canOpenPosition.getAsBoolean()) {
            end(first, Causes.GUARD_OPEN_POSITIONS, now);
        }
    }

    /** What nobody was told of, and what may not act any more, never was. */
    private void dropUnsent(Instant now) {
        Attempt unsent = open;
        if (unsent != null && unsent.state() == AttemptState.PENDING && !mayAct(unsent)) {
            end(unsent, isRunning() ? Causes.EXPIRED : Causes.RUN_ENDED, now);
        }
    }

    /** An attempt acts while the bar after its candle plays: by the market's time, which is known from the candles that are over. */
    private boolean mayAct(Attempt attempt) {
        return isRunning() && progress.knownCandle().isBefore(attempt.decidedAt());
    }

    /** What the relay has to do now; an attempt it has to send is marked as sent. */
    public Errand errand(Instant now) {
        dropUnsent(now);
        Attempt wanted = open;
        if (wanted == null
                || wanted.state() == AttemptState.ORDERED
                || wanted.dueAt().isAfter(now)) {
            return new Errand.None();
        }
        Attempt sent = wanted.sent(now, now.plus(UNTIL_NEXT_SEND));
        put(sent);
        return mayAct(wanted) ? new Errand.Send(sent) : new Errand.Ask(sent);
    }

    /** Execution has the order. */
    public void ordered(Attempt attempt, OrderId orderId) {
        Attempt now = open;
        if (now != null && now.key().equals(attempt.key()) && now.state() == AttemptState.SENT) {
            put(now.ordered(orderId));
        }
    }

    /** Execution was asked and has no such order. */
    public void neverOrdered(Attempt attempt, Instant now) {
        Attempt asked = open;
        if (asked != null && asked.key().equals(attempt.key()) && asked.state() == AttemptState.SENT) {
            end(asked, isRunning() ? Causes.EXPIRED : Causes.RUN_ENDED, now);
        }
    }

    /** Execution does not take such an order from this run: sending another would be no different. */
    public void refused(Attempt attempt, String why, Instant now) {
        Attempt sent = open;
        if (sent != null && sent.key().equals(attempt.key()) && sent.state() == AttemptState.SENT) {
            end(sent, Causes.ORDER_REFUSED, now);
            halt(HaltReason.ORDER_REFUSED, why, now);
        }
    }

    /**
     * Something happened to the order of {@code attempt}.
     *
     * @param fill the event's fill when it was not booked before; null otherwise
     */
    public void happened(Attempt attempt, OrderEvent event, @Nullable RunFill fill, Instant now) {
        Attempt current = open;
        if (current == null || !current.key().equals(attempt.key())) {
            late(attempt, event, fill, now);
            return;
        }
        if (current.state() != AttemptState.ORDERED) {
            current = current.ordered(event.order().orderId());
        }
        if (fill != null) {
            book(fill);
            current = current.filledAt(fill.price());
        }
        put(current);
        switch (event.type()) {
            case OrderAccepted -> brain.run().orderAccepted();
            case OrderFilled -> {
                if (event.order().status() == OrderStatus.FILLED) {
                    end(current, Causes.FILLED, now);
                }
            }
            case OrderDenied, OrderRejected, OrderCanceled, OrderExpired -> ended(current, event, now);
            case OrderReceived, OrderApproved, OrderSubmitted, OrderCancelRequested, OrderInDoubt, OrderReopened -> {}
        }
    }

    private void ended(Attempt current, OrderEvent event, Instant now) {
        String cause = Causes.of(event);
        boolean again = Causes.isTechnical(cause)
                && event.order().filledQuantity().isZero()
                && mayAct(current)
                && current.attempt() < MOST_ATTEMPTS;
        if (again) {
            put(current.ended(cause, now));
            put(current.next(owner, spec, now.plus(BETWEEN_ATTEMPTS)));
        } else {
            end(current, cause, now);
        }
    }

    /** What it holds is told, whatever happened before; but nothing is decided on it any more. */
    private void late(Attempt attempt, OrderEvent event, @Nullable RunFill fill, Instant now) {
        if (fill != null) {
            book(fill);
        }
        switch (event.type()) {
            case OrderReceived, OrderApproved, OrderSubmitted, OrderAccepted, OrderFilled, OrderReopened ->
                halt(
                        HaltReason.LATE_REPORT,
                        "order=" + event.order().orderId() + " intent=" + attempt.number() + " attempt="
                                + attempt.attempt() + " event=" + event.type(),
                        now);
            case OrderDenied, OrderRejected, OrderCancelRequested, OrderCanceled, OrderExpired, OrderInDoubt -> {}
        }
    }

    private void book(RunFill fill) {
        brain.run().filled(fill.side(), fill.price(), fill.quantity(), fill.baseCommission(), fill.quoteCommission());
    }

    private void end(Attempt attempt, String cause, Instant now) {
        put(attempt.ended(cause, now));
        Long last = attempt.lastPrice();
        brain.run().orderEnded(last == null ? progress.lastClose() : last);
    }

    private void put(Attempt attempt) {
        changed.put(attempt.key(), attempt);
        open = attempt.isOver() ? null : attempt;
    }

    /** No candle is taken and nothing new is ordered from here on; an order at the venue goes its way. */
    public void stop(String by, Instant now) {
        end(new RunEnd(RunStatus.STOPPED, "STOPPED", by, now));
    }

    /** Ends itself. */
    public void halt(HaltReason reason, String detail, Instant now) {
        end(RunEnd.halted(reason, detail, now));
    }

    private void end(RunEnd how) {
        if (end == null) {
            end = how;
            dropUnsent(how.at());
        }
    }

    public RunId id() {
        return id;
    }

    public String owner() {
        return owner;
    }

    public RunSpec spec() {
        return spec;
    }

    public Brain brain() {
        return brain;
    }

    public RunProgress progress() {
        return progress;
    }

    /** Null while it goes on. */
    public @Nullable RunEnd end() {
        return end;
    }

    public boolean isRunning() {
        return end == null;
    }

    /** The attempt that is not over; null when there is none. */
    public @Nullable Attempt open() {
        return open;
    }

    /** Whether it has, or is about to have, something of its instrument. */
    public boolean holdsPosition() {
        RunStage stage = brain.run().stage();
        return stage == RunStage.SIGNAL || stage == RunStage.ENTRY || stage == RunStage.POSITION_OPEN;
    }

    /** Whether its figures are of the past: it ended, candles wait, or none came for longer than two of them take. */
    public boolean isStale(Instant now) {
        Instant taken = progress.takenAt();
        double pace = Math.max(spec.marketSpeed(), 1);
        Duration patience =
                SHORTEST_SILENCE.plusNanos((long) (2 * spec.interval().toNanos() / pace));
        return !isRunning()
                || progress.isBehind()
                || taken == null
                || taken.plus(patience).isBefore(now);
    }

    /** What is to be stored of its attempts. */
    public List<Attempt> changed() {
        return List.copyOf(changed.values());
    }
}
