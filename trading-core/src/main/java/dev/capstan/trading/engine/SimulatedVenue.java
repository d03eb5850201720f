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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a run's intents to the market at the open of a candle, and tells the run what became of them. */
final class SimulatedVenue {

    private final CandleColumns candles;
    private final BacktestSettings settings;
    private final StrategyRun run;
    private final EntryChecks checks;
    private final List<SimulatedOrder> orders = new ArrayList<>();
    private final List<SimulatedFill> fills = new ArrayList<>();
    private final RoundTripLog roundTrips = new RoundTripLog();

    SimulatedVenue(CandleColumns candles, BacktestSettings settings, StrategyRun run) {
        this.candles = candles;
        this.settings = settings;
        this.run = run;
        this.checks = new EntryChecks(settings.run().instrument(), settings.limits());
    }

    /** A market order for {@code intent} meets the open of the candle at {@code row}: what plays right after the close before it. */
    void place(TradeIntent intent, int row) {
        BarPath path = BarPath.of(candles.bar(row), settings.run().instrument().tick());
        long price = settings.fills().marketPrice(intent.side(), path.open());
        long at = candles.openTime(row);
        @Nullable DenialReason denial = checks.judge(intent, price, run);
        if (denial == null) {
            meet(intent, row, price, at);
        } else {
            orders.add(new SimulatedOrder(intent, at, OrderTransitions.require(NEW_UNDECIDED, DENIED), 0, denial));
        }
        end(path.open(), at);
    }

    private void meet(TradeIntent intent, int row, long price, long at) {
        OrderStage stage = OrderTransitions.require(NEW_UNDECIDED, NEW_APPROVED);
        stage = OrderTransitions.require(stage, SUBMITTED);
        run.orderAccepted();
        long filled = settings.fills()
                .volumeOf(candles.bar(row))
                .take(intent.quantity(), settings.run().instrument().step());
        if (filled == intent.quantity()) {
            stage = OrderTransitions.require(stage, FILLED);
        } else {
            // What a market order leaves does not rest.
            stage = filled == 0 ? stage : OrderTransitions.require(stage, PARTIALLY_FILLED);
            stage = OrderTransitions.require(stage, EXPIRED);
        }
        if (filled > 0) {
            fill(intent, filled, price, at);
        }
        orders.add(new SimulatedOrder(intent, at, stage, filled, null));
    }

    private void fill(TradeIntent intent, long quantity, long price, long at) {
        long amount = Decimal8.amount(price, quantity);
        boolean isBuy = intent.side() == Side.BUY;
        long commission = settings.commission().on(isBuy ? quantity : amount);
        fills.add(new SimulatedFill(intent.number(), at, intent.side(), price, quantity, commission));
        run.filled(intent.side(), price, quantity, isBuy ? commission : 0, isBuy ? 0 : commission);
        if (isBuy) {
            roundTrips.bought(at, quantity, amount);
        } else {
            roundTrips.sold(amount - commission);
        }
    }

    private void end(long playing, long at) {
        run.orderEnded(playing);
        if (run.stage() == RunStage.CLOSED) {
            roundTrips.close(at);
        }
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
}
