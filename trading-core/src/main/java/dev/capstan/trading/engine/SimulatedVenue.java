package dev.capstan.trading.engine;

import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.value.Side;
import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.fill.BarPath;
import dev.capstan.trading.fixed.Decimal8;
import dev.capstan.trading.run.StrategyRun;
import dev.capstan.trading.run.TradeIntent;
import org.jspecify.annotations.Nullable;

/** Takes a run's intents to the market at the open of a candle, and tells the run what became of them. */
final class SimulatedVenue {

    private final CandleColumns candles;
    private final BacktestSettings settings;
    private final StrategyRun run;
    private final EntryChecks checks;
    private final OrderLog orders;
    private int row;
    private long opening;
    private long volume;

    SimulatedVenue(CandleColumns candles, BacktestSettings settings, StrategyRun run) {
        this.candles = candles;
        this.settings = settings;
        this.run = run;
        this.checks = new EntryChecks(settings.run().instrument(), settings.limits());
        this.orders = new OrderLog(candles);
    }

    /**
     * The candle at row {@code opened} opens: what plays now is what an order meets. Called when there may be one, a while before it is placed.
     */
    void open(int opened) {
        row = opened;
        opening = candles.open(row);
        volume = candles.volume(row);
    }

    /** A market order for {@code intent} meets the open. */
    void place(TradeIntent intent) {
        long playing = BarPath.nearest(opening, settings.run().instrument().tick());
        long price = settings.fills().marketPrice(intent.side(), playing);
        long amount = Decimal8.amount(price, intent.quantity());
        @Nullable DenialReason denial = checks.judge(intent, price, amount, run);
        orders.placed(intent, row);
        if (denial == null) {
            meet(intent, price, amount);
        } else {
            orders.refused(denial);
        }
        run.orderEnded(playing);
        orders.ended(run);
    }

    private void meet(TradeIntent intent, long price, long wholeAmount) {
        run.orderAccepted();
        long filled = settings.fills()
                .volumeOf(volume)
                .take(intent.quantity(), settings.run().instrument().step());
        if (filled > 0) {
            fill(intent, price, filled, filled == intent.quantity() ? wholeAmount : Decimal8.amount(price, filled));
        }
    }

    private void fill(TradeIntent intent, long price, long quantity, long amount) {
        boolean isBuy = intent.side() == Side.BUY;
        long commission = settings.commission().on(isBuy ? quantity : amount);
        orders.filled(price, quantity, commission);
        run.filledFor(amount, intent.side(), quantity, isBuy ? commission : 0, isBuy ? 0 : commission);
    }

    OrderLog orders() {
        return orders;
    }
}
