package dev.capstan.trading.engine;

import static dev.capstan.trading.order.OrderStage.DENIED;
import static dev.capstan.trading.order.OrderStage.EXPIRED;
import static dev.capstan.trading.order.OrderStage.FILLED;
import static dev.capstan.trading.order.OrderStage.NEW_APPROVED;
import static dev.capstan.trading.order.OrderStage.NEW_UNDECIDED;
import static dev.capstan.trading.order.OrderStage.PARTIALLY_FILLED;
import static dev.capstan.trading.order.OrderStage.SUBMITTED;

import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.value.Side;
import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.fill.BarPath;
import dev.capstan.trading.fixed.Decimal8;
import dev.capstan.trading.order.OrderStage;
import dev.capstan.trading.order.OrderTransitions;
import dev.capstan.trading.run.RunStage;
import dev.capstan.trading.run.StrategyRun;
import dev.capstan.trading.run.TradeIntent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a run's intents to the market at the open of a candle, and tells the run what became of them. */
final class SimulatedVenue {

    /** The ways that an order can go here, each asked of the table of transitions once. */
    private static final OrderStage REFUSED = way(NEW_UNDECIDED, DENIED);

    private static final OrderStage FILLED_AT_ONCE = way(NEW_UNDECIDED, NEW_APPROVED, SUBMITTED, FILLED);
    private static final OrderStage FILLED_IN_PART =
            way(NEW_UNDECIDED, NEW_APPROVED, SUBMITTED, PARTIALLY_FILLED, EXPIRED);
    private static final OrderStage UNFILLED = way(NEW_UNDECIDED, NEW_APPROVED, SUBMITTED, EXPIRED);

    private final CandleColumns candles;
    private final BacktestSettings settings;
    private final StrategyRun run;
    private final EntryChecks checks;
    private final List<SimulatedOrder> orders = new ArrayList<>();
    private final List<SimulatedFill> fills = new ArrayList<>();
    private final RoundTripLog roundTrips = new RoundTripLog();
    private final AccountLog account = new AccountLog();
    private int row;
    private long openedAt;
    private long opening;
    private long volume;

    SimulatedVenue(CandleColumns candles, BacktestSettings settings, StrategyRun run) {
        this.candles = candles;
        this.settings = settings;
        this.run = run;
        this.checks = new EntryChecks(settings.run().instrument(), settings.limits());
    }

    private static OrderStage way(OrderStage... stages) {
        return Arrays.stream(stages).reduce(OrderTransitions::require).orElseThrow();
    }

    /**
     * The candle at row {@code opened} opens: what plays now is what an order meets. Called when there may be one, a while before it is placed.
     */
    void open(int opened) {
        row = opened;
        openedAt = candles.openTime(row);
        opening = candles.open(row);
        volume = candles.volume(row);
    }

    /** A market order for {@code intent} meets the open. */
    void place(TradeIntent intent) {
        long playing = BarPath.nearest(opening, settings.run().instrument().tick());
        long price = settings.fills().marketPrice(intent.side(), playing);
        long amount = Decimal8.amount(price, intent.quantity());
        @Nullable DenialReason denial = checks.judge(intent, price, amount, run);
        if (denial == null) {
            meet(intent, price, amount);
        } else {
            orders.add(new SimulatedOrder(intent, openedAt, REFUSED, 0, denial));
        }
        end(playing);
    }

    private void meet(TradeIntent intent, long price, long wholeAmount) {
        run.orderAccepted();
        long filled = settings.fills()
                .volumeOf(volume)
                .take(intent.quantity(), settings.run().instrument().step());
        if (filled > 0) {
            fill(intent, price, filled, filled == intent.quantity() ? wholeAmount : Decimal8.amount(price, filled));
        }
        orders.add(new SimulatedOrder(intent, openedAt, stage(filled, intent.quantity()), filled, null));
    }

    /** What a market order leaves does not rest. */
    private static OrderStage stage(long filled, long quantity) {
        if (filled == quantity) {
            return FILLED_AT_ONCE;
        }
        return filled == 0 ? UNFILLED : FILLED_IN_PART;
    }

    private void fill(TradeIntent intent, long price, long quantity, long amount) {
        boolean isBuy = intent.side() == Side.BUY;
        long commission = settings.commission().on(isBuy ? quantity : amount);
        fills.add(new SimulatedFill(intent.number(), openedAt, intent.side(), price, quantity, commission));
        run.filledFor(amount, intent.side(), quantity, isBuy ? commission : 0, isBuy ? 0 : commission);
        if (isBuy) {
            roundTrips.bought(openedAt, quantity, amount);
        } else {
            roundTrips.sold(amount - commission);
        }
    }

    private void end(long playing) {
        run.orderEnded(playing);
        if (run.stage() == RunStage.CLOSED) {
            roundTrips.close(openedAt);
        }
        account.add(row, run);
    }

    List<SimulatedOrder> orders() {
        return orders;
    }

    List<SimulatedFill> fills() {
        return fills;
    }

    List<RoundTrip> roundTrips() {
        return roundTrips.closed();
    }

    AccountLog account() {
        return account;
    }
}
