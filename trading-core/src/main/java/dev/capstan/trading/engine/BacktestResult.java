package dev.capstan.trading.engine;

import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.run.StrategyRun;
import dev.capstan.trading.run.TradeIntent;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a backtest: its orders, its fills and its round trips. What follows from them is made when it is first asked for, and kept; two
 * threads that ask at once each make the same.
 */
public final class BacktestResult {

    private final CandleColumns candles;
    private final BacktestSettings settings;
    private final OrderLog log;
    private final StrategyRun run;
    private final @Nullable TradeIntent unplaced;
    private @Nullable List<SimulatedOrder> orders;
    private @Nullable List<SimulatedFill> fills;
    private @Nullable List<RoundTrip> roundTrips;
    private @Nullable EquityCurve equity;
    private @Nullable String fingerprint;

    BacktestResult(
            CandleColumns candles,
            BacktestSettings settings,
            OrderLog log,
            StrategyRun run,
            @Nullable TradeIntent unplaced) {
        this.candles = candles;
        this.settings = settings;
        this.log = log;
        this.run = run;
        this.unplaced = unplaced;
    }

    /** {@code sha256:} and 64 hexadecimal digits over all orders and fills; equal for equal decisions and fills. */
    public String fingerprint() {
        String known = fingerprint;
        if (known == null) {
            known = Fingerprint.of(orders(), fills());
            fingerprint = known;
        }
        return known;
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
        List<SimulatedOrder> known = orders;
        if (known == null) {
            known = Collections.unmodifiableList(log.orders());
            orders = known;
        }
        return known;
    }

    /** In the order they happened. */
    public List<SimulatedFill> fills() {
        List<SimulatedFill> known = fills;
        if (known == null) {
            known = Collections.unmodifiableList(log.fills());
            fills = known;
        }
        return known;
    }

    /** In the order they closed. */
    public List<RoundTrip> roundTrips() {
        List<RoundTrip> known = roundTrips;
        if (known == null) {
            known = Collections.unmodifiableList(RoundTripLog.of(log));
            roundTrips = known;
        }
        return known;
    }

    /** What was decided on the last candle, which no candle follows; null for nothing. */
    public @Nullable TradeIntent unplaced() {
        return unplaced;
    }

    /** What the run was worth at each close. */
    public EquityCurve equity() {
        EquityCurve known = equity;
        if (known == null) {
            known = new EquityCurve(candles, settings.run().capital(), log);
            equity = known;
        }
        return known;
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
