package dev.capstan.trading.engine;

import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.run.StrategyRun;
import dev.capstan.trading.run.TradeIntent;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a backtest: its orders, its fills and its round trips. All but the run itself is made when it is first
 * asked for.
 */
public final class BacktestResult {

    private final CandleColumns candles;
    private final BacktestSettings settings;
    private final StrategyRun run;
    private final @Nullable TradeIntent unplaced;
    private final Kept<List<SimulatedOrder>> orders;
    private final Kept<List<SimulatedFill>> fills;
    private final Kept<List<RoundTrip>> roundTrips;
    private final Kept<EquityCurve> equity;
    private final Kept<String> fingerprint;

    BacktestResult(
            CandleColumns candles,
            BacktestSettings settings,
            OrderLog log,
            StrategyRun run,
            @Nullable TradeIntent unplaced) {
        this.candles = candles;
        this.settings = settings;
        this.run = run;
        this.unplaced = unplaced;
        this.orders = new Kept<>(() -> Collections.unmodifiableList(log.orders()));
        this.fills = new Kept<>(() -> Collections.unmodifiableList(log.fills()));
        this.roundTrips = new Kept<>(() -> Collections.unmodifiableList(RoundTripLog.of(log)));
        this.equity = new Kept<>(() -> new EquityCurve(candles, settings.run().capital(), log));
        this.fingerprint = new Kept<>(() -> Fingerprint.of(orders(), fills()));
    }

    /** {@code sha256:} and 64 hexadecimal digits over all orders and fills; equal for equal decisions and fills. */
    public String fingerprint() {
        return fingerprint.get();
    }

    /** What it ran over. */
    public CandleColumns candles() {
        return candles;
    }

    public BacktestSettings settings() {
        return settings;
    }

    /** In the order they were placed. */
    public List<SimulatedOrder> orders() {
        return orders.get();
    }

    /** In the order they happened. */
    public List<SimulatedFill> fills() {
        return fills.get();
    }

    /** In the order they closed. */
    public List<RoundTrip> roundTrips() {
        return roundTrips.get();
    }

    /** What was decided on the last candle, which no candle follows; null for nothing. */
    public @Nullable TradeIntent unplaced() {
        return unplaced;
    }

    /** What the run was worth at each close. */
    public EquityCurve equity() {
        return equity.get();
    }

    /** What is left of the cash. */
    public long cash() {
        return run.cash();
    }

    /** What is still held of the base asset. */
    public long holding() {
        return run.holding();
    }

    /** The usual figures of merit. */
    public Metrics metrics() {
        return Metrics.of(this);
    }
}
