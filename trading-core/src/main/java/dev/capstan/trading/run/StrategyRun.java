package dev.capstan.trading.run;

import dev.capstan.contracts.value.Side;
import dev.capstan.trading.candle.CandleCursor;
import dev.capstan.trading.candle.CandleView;
import dev.capstan.trading.fixed.Decimal8;
import dev.capstan.trading.sizing.PositionSizer;
import dev.capstan.trading.sizing.Sizing;
import dev.capstan.trading.sizing.SizingRefusal;
import dev.capstan.trading.strategy.Signal;
import dev.capstan.trading.strategy.SignalColumn;
import dev.capstan.trading.strategy.StateReader;
import dev.capstan.trading.strategy.StateWriter;
import dev.capstan.trading.strategy.Strategy;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One strategy trading one instrument, long-only, one position at a time. It is told of every closed candle and of what became of its
 * orders; between two calls it may be saved, and a restored one goes on as if nothing had happened. Nothing in here reads a clock.
 */
public final class StrategyRun {

    /** A part of the cash is never spent, so that an open a little above the close does not break the order: one in so many. */
    static final long RESERVE = 100;

    private static final String REFUSAL = "run.refusal";

    private final Strategy strategy;
    private final RunSettings settings;
    private final PositionSizer sizer;
    private final RunAccount account;

    private RunStage stage = RunStage.ANALYZING;
    private Signal signal = Signal.NONE;
    private Sizing.@Nullable Refused refusal;
    private int intents;
    private boolean ordered;
    private boolean leaving;
    private long stop;
    private long target;

    public StrategyRun(Strategy strategy, RunSettings settings) {
        this.strategy = strategy;
        this.settings = settings;
        this.sizer = new PositionSizer(
                settings.instrument().step(), settings.instrument().minQuantity());
        this.account = new RunAccount(settings.capital());
    }

    /** Takes the next closed candle; what to do from the next open on, or null. */
    public @Nullable TradeIntent onCandle(CandleView candle) {
        goOn();
        signal = strategy.analyze(candle);
        return calls(isOpen(), candle, signal) ? decide(candle) : null;
    }

    /**
     * Takes closed candles one after the other, from the one that {@code cursor} is at up to, not with, row {@code end}, but none after
     * one that may ask for something to be done: {@code cursor} is left there, and {@link #decide} says what. Most candles of a history
     * call for nothing.
     *
     * @param signals what the strategy makes of them, where it was asked before; null to ask it now
     * @return the row of that candle; {@code end} when there is none
     */
    public int untilCalled(CandleCursor cursor, int end, @Nullable SignalColumn signals) {
        goOn();
        return signals == null ? untilSaid(cursor, end) : untilMarked(cursor, end, signals);
    }

    private void goOn() {
        if (!ordered && !isOpen()) {
            stage = RunStage.ANALYZING;
        }
    }

    private boolean isOpen() {
        return stage == RunStage.POSITION_OPEN;
    }

    /** Whether {@code candle}, of which the strategy says {@code said}, may ask for something to be done. */
    private boolean calls(boolean isOpen, CandleView candle, Signal said) {
        return isOpen ? exitReason(candle, said) != null : said == Signal.BUY;
    }

    /** This loop calls nothing that is not the strategy's, so the compiler keeps all of it in registers. */
    private int untilSaid(CandleCursor cursor, int end) {
        boolean isOpen = isOpen();
        Signal last = signal;
        int row = cursor.row();
        while (row < end) {
            CandleView candle = cursor.at(row);
            last = strategy.analyze(candle);
            if (calls(isOpen, candle, last)) {
                break;
            }
            row++;
        }
        signal = last;
        return row;
    }

    /** Only the next signal that counts is looked for, and until then prices that touch an exit. */
    private int untilMarked(CandleCursor cursor, int end, SignalColumn signals) {
        int from = cursor.row();
        int row = isOpen() ? untilExit(cursor, from, signals.nextSell(from, end)) : signals.nextBuy(from, end);
        int last = Math.min(row, end - 1);
        cursor.at(last);
        signal = signals.at(last);
        return row;
    }

    /** The first row from {@code from} on whose prices ask to leave, or {@code end}. */
    private int untilExit(CandleCursor cursor, int from, int end) {
        return leaving ? Math.min(from, end) : cursor.untilTouched(end, stop, target > 0 ? target : Long.MAX_VALUE);
    }

    /** What to do from the next open on, now that {@link #untilCalled} came to {@code candle}; null for nothing. */
    public @Nullable TradeIntent decide(CandleView candle) {
        if (ordered) {
            return null;
        }
        return isOpen() ? exit(candle) : entry(candle);
    }

    private @Nullable TradeIntent entry(CandleView candle) {
        InstrumentRules instrument = settings.instrument();
        long close = candle.closePrice();
        stop = instrument.toTick(strategy.calculateStopLoss(candle), RoundingMode.FLOOR);
        double wanted = strategy.calculateTakeProfit(candle);
        target = Double.isNaN(wanted) ? 0 : instrument.toTick(wanted, RoundingMode.CEILING);
        Sizing sizing = sizer.size(account.cash(), settings.riskMillionths(), close, stop);
        long quantity = sizing instanceof Sizing.Sized sized ? affordable(sized.quantity(), close) : 0;
        refusal = sizing instanceof Sizing.Refused refused ? refused : instrument.refusal(quantity, close);
        if (refusal != null) {
            return null;
        }
        stage = RunStage.SIGNAL;
        return intent(candle, Side.BUY, quantity, IntentReason.ENTRY_SIGNAL);
    }

    /** Spot has no leverage: what the cash does not pay for is left out. */
    private long affordable(long quantity, long price) {
        long spendable = account.cash() - account.cash() / RESERVE;
        boolean isTooMuch = Decimal8.isWorthMore(price, quantity, spendable);
        InstrumentRules instrument = settings.instrument();
        if (!isTooMuch && quantity <= instrument.maxQuantity()) {
            // As it was sized it is a multiple of the lot, and a division takes long.
            return quantity;
        }
        return instrument.orderable(isTooMuch ? Decimal8.quantity(spendable, price) : quantity);
    }

    private @Nullable TradeIntent exit(CandleView candle) {
        IntentReason reason = exitReason(candle, signal);
        if (reason == null) {
            return null;
        }
        leaving = true;
        long quantity = settings.instrument().orderable(account.holding());
        return intent(candle, Side.SELL, quantity, reason);
    }

    /** Stop before target: when one candle touched both, nobody knows which came first, and the worse is assumed. */
    private @Nullable IntentReason exitReason(CandleView candle, Signal last) {
        if (leaving) {
            return IntentReason.EXIT_REMAINDER;
        }
        if (candle.lowPrice() <= stop) {
            return IntentReason.STOP_LOSS;
        }
        if (target > 0 && candle.highPrice() >= target) {
            return IntentReason.TAKE_PROFIT;
        }
        return last == Signal.SELL ? IntentReason.EXIT_SIGNAL : null;
    }

    private TradeIntent intent(CandleView candle, Side side, long quantity, IntentReason reason) {
        ordered = true;
        intents++;
        return new TradeIntent(intents, candle.endTime(), side, quantity, stop, target, reason);
    }

    /** The order of the last intent is known to be at the venue. */
    public void orderAccepted() {
        if (stage == RunStage.SIGNAL) {
            stage = RunStage.ENTRY;
        }
    }

    /**
     * Books a fill of the run.
     *
     * @param baseCommission what was charged in the base asset; what was charged in a third asset is no part of the run's account
     * @param quoteCommission what was charged in the quote asset
     */
    public void filled(Side side, long price, long quantity, long baseCommission, long quoteCommission) {
        filledFor(Decimal8.amount(price, quantity), side, quantity, baseCommission, quoteCommission);
    }

    /** The same where {@code amount}, what {@code quantity} is worth at its price, is known. */
    public void filledFor(long amount, Side side, long quantity, long baseCommission, long quoteCommission) {
        account.book(amount, side, quantity, baseCommission, quoteCommission);
        if (side == Side.BUY) {
            stage = RunStage.POSITION_OPEN;
        }
    }

    /**
     * The order of the last intent has ended, with all its fills booked, or never was. What could not be sold is tried again at the next
     * candle; what is too little to be sold is dust and stays.
     *
     * @param price what plays, to see whether the rest could be sold
     */
    public void orderEnded(long price) {
        ordered = false;
        boolean wasOpen = isOpen();
        boolean isHeld = isHeld(price);
        leaving = leaving && isHeld;
        stage = isHeld ? RunStage.POSITION_OPEN : wasOpen ? RunStage.CLOSED : RunStage.ANALYZING;
    }

    private boolean isHeld(long price) {
        return settings.instrument().allows(settings.instrument().orderable(account.holding()), price);
    }

    /** All it remembers, the strategy's part too; {@link #restore} takes it back. */
    public Map<String, String> save() {
        StateWriter state = new StateWriter();
        state.text("run.stage", stage.name());
        state.text("run.signal", signal.name());
        state.whole("run.intents", intents);
        state.whole("run.ordered", ordered ? 1 : 0);
        state.whole("run.leaving", leaving ? 1 : 0);
        state.whole("run.stop", stop);
        state.whole("run.target", target);
        state.text(REFUSAL, refusal == null ? "" : refusal.reason().name());
        state.text(REFUSAL + "Context", refusal == null ? "" : refusal.context());
        account.save(state);
        strategy.save(state);
        return state.values();
    }

    /** Takes back what {@link #save} gave; called on a new run with the same strategy and settings. */
    public void restore(Map<String, String> saved) {
        StateReader state = new StateReader(saved);
        stage = RunStage.valueOf(state.text("run.stage"));
        signal = Signal.valueOf(state.text("run.signal"));
        intents = Math.toIntExact(state.whole("run.intents"));
        ordered = state.whole("run.ordered") != 0;
        leaving = state.whole("run.leaving") != 0;
        stop = state.whole("run.stop");
        target = state.whole("run.target");
        refusal = refusal(state);
        account.restore(state);
        strategy.restore(state);
    }

    /** States that were saved before it was part of them say nothing of it. */
    private static Sizing.@Nullable Refused refusal(StateReader state) {
        String reason = state.has(REFUSAL) ? state.text(REFUSAL) : "";
        return reason.isEmpty()
                ? null
                : new Sizing.Refused(SizingRefusal.valueOf(reason), state.text(REFUSAL + "Context"));
    }

    public RunStage stage() {
        return stage;
    }

    /** What the strategy made of the last candle. */
    public Signal signal() {
        return signal;
    }

    /** Why the last signal to enter came to nothing; null when it did not. */
    public Sizing.@Nullable Refused refusal() {
        return refusal;
    }

    /** In the quote asset. */
    public long cash() {
        return account.cash();
    }

    /** In the base asset. */
    public long holding() {
        return account.holding();
    }

    /** Cash, and what is held at {@code price}. */
    public long equity(long price) {
        return account.cash() + Decimal8.amount(price, account.holding());
    }
}
