package dev.capstan.trading.evidence;

import static dev.capstan.trading.evidence.Exact.decimal;
import static dev.capstan.trading.evidence.Exact.instant;
import static dev.capstan.trading.evidence.Exact.money;
import static dev.capstan.trading.evidence.Exact.price;
import static dev.capstan.trading.evidence.Exact.quantity;
import static dev.capstan.trading.evidence.Exact.trimmed;

import dev.capstan.contracts.backtest.Evidence;
import dev.capstan.contracts.backtest.EvidenceCandles;
import dev.capstan.contracts.backtest.EvidenceEnd;
import dev.capstan.contracts.backtest.EvidenceInstrument;
import dev.capstan.contracts.backtest.EvidenceMetrics;
import dev.capstan.contracts.backtest.EvidencePoint;
import dev.capstan.contracts.backtest.EvidenceSettings;
import dev.capstan.contracts.backtest.EvidenceStrategy;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Side;
import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.engine.BacktestResult;
import dev.capstan.trading.engine.BacktestSettings;
import dev.capstan.trading.engine.EquityCurve;
import dev.capstan.trading.engine.Metrics;
import dev.capstan.trading.engine.RiskLimits;
import dev.capstan.trading.engine.SimulatedFill;
import dev.capstan.trading.fixed.Decimal8;
import dev.capstan.trading.run.InstrumentRules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The evidence document of a backtest. */
public final class BacktestEvidence {

    /** Rises when the same input may give another fingerprint. */
    public static final String ENGINE_VERSION = "2";

    private static final int FORMAT = 1;
    private static final int POINTS = 2_000;

    /** Millionths to percent. */
    private static final int PERCENT_SCALE = 4;

    private BacktestEvidence() {}

    /** All of it; a function of its arguments. */
    public static Evidence of(EvidenceInputs inputs, BacktestResult result) {
        return new Evidence(
                FORMAT,
                ENGINE_VERSION,
                result.fingerprint(),
                new EvidenceStrategy(inputs.kind(), inputs.parameters().texts()),
                instrument(inputs, result.settings().run().instrument()),
                settings(result.settings()),
                candles(inputs, result.candles()),
                metrics(result),
                end(result),
                result.orders().stream().map(EvidenceRows::order).toList(),
                result.fills().stream().map(EvidenceRows::fill).toList(),
                result.roundTrips().stream().map(EvidenceRows::roundTrip).toList(),
                equity(result.equity()));
    }

    private static EvidenceInstrument instrument(EvidenceInputs inputs, InstrumentRules rules) {
        return new EvidenceInstrument(
                inputs.instrumentId(),
                price(rules.tick()),
                quantity(rules.step()),
                quantity(rules.minQuantity()),
                quantity(rules.maxQuantity()),
                money(rules.minNotional()));
    }

    private static EvidenceSettings settings(BacktestSettings settings) {
        return new EvidenceSettings(
                money(settings.run().capital()),
                percent(settings.run().riskMillionths()),
                percent(settings.commission().millionths()),
                price(settings.fills().slippage()),
                settings.fills().volumeSharePercent(),
                maxExposure(settings.limits()));
    }

    private static @Nullable Money maxExposure(@Nullable RiskLimits limits) {
        return limits == null
                ? null
                : money(Decimal8.of(limits.instrument().maxInstrumentExposure().value()));
    }

    private static BigDecimal percent(long millionths) {
        return trimmed(BigDecimal.valueOf(millionths, PERCENT_SCALE));
    }

    private static EvidenceCandles candles(EvidenceInputs inputs, CandleColumns candles) {
        return new EvidenceCandles(
                inputs.source(),
                candles.intervalMillis(),
                instant(candles.openTime(0)),
                instant(candles.openTime(candles.size() - 1)),
                candles.size(),
                inputs.gaps(),
                inputs.missing(),
                inputs.candlesHash());
    }

    private static EvidenceMetrics metrics(BacktestResult result) {
        Metrics metrics = result.metrics();
        return new EvidenceMetrics(
                trimmed(metrics.totalReturn()),
                decimal(metrics.cagr()),
                trimmed(metrics.maxDrawdown()),
                metrics.roundTrips(),
                decimal(metrics.winRate()),
                decimal(metrics.sharpe()),
                decimal(metrics.sortino()),
                decimal(metrics.profitFactor()),
                trimmed(metrics.exposure()),
                money(result.fills().stream()
                        .mapToLong(BacktestEvidence::commission)
                        .reduce(0, Math::addExact)));
    }

    /** In the quote asset. */
    private static long commission(SimulatedFill fill) {
        return fill.side() == Side.BUY ? Decimal8.amount(fill.price(), fill.commission()) : fill.commission();
    }

    private static EvidenceEnd end(BacktestResult result) {
        EquityCurve equity = result.equity();
        return new EvidenceEnd(
                money(result.cash()), quantity(result.holding()), money(equity.value(equity.size() - 1)));
    }

    private static List<EvidencePoint> equity(EquityCurve curve) {
        int last = curve.size() - 1;
        int stride = Math.max(1, Math.ceilDiv(last, POINTS - 1));
        List<EvidencePoint> points = new ArrayList<>();
        for (int row = last % stride; row <= last; row += stride) {
            points.add(new EvidencePoint(instant(curve.time(row)), money(curve.value(row))));
        }
        return points;
    }
}
