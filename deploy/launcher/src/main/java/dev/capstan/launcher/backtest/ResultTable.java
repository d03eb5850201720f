package dev.capstan.launcher.backtest;

import dev.capstan.contracts.backtest.Evidence;
import dev.capstan.contracts.backtest.EvidenceCandles;
import dev.capstan.contracts.backtest.EvidenceInstrument;
import dev.capstan.contracts.backtest.EvidenceMetrics;
import dev.capstan.contracts.backtest.EvidenceSettings;
import dev.capstan.contracts.value.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A backtest in rows that a person reads: name and text. */
public final class ResultTable {

    private static final int CENTS = 2;

    private ResultTable() {}

    /**
     * What went in.
     *
     * @param stepsFrom said behind tick and lot
     */
    public static Map<String, String> inputs(Evidence evidence, String stepsFrom) {
        EvidenceInstrument instrument = evidence.instrument();
        EvidenceSettings settings = evidence.settings();
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("strategy", evidence.strategy().kind() + parameters(evidence));
        rows.put(
                "period",
                evidence.candles().firstOpenTime() + " to " + evidence.candles().lastOpenTime());
        rows.put("candles", candles(evidence.candles()));
        rows.put(
                "instrument",
                "tick " + instrument.tick() + ", lot " + instrument.lot() + stepsFrom + ", minimum notional "
                        + instrument.minNotional());
        rows.put(
                "capital", amount(settings.capital().value()) + ", " + settings.riskPercent() + " % at risk per trade");
        rows.put(
                "costs",
                "commission " + settings.commissionPercent() + " %, slippage " + settings.slippage() + ", up to "
                        + settings.volumeSharePercent() + " % of a candle's volume");
        Money most = settings.maxExposure();
        if (most != null) {
            rows.put("limits", "a position worth at most " + amount(most.value()) + "; " + denied(evidence));
        }
        return rows;
    }

    private static String denied(Evidence evidence) {
        long denied = evidence.orders().stream()
                .filter(order -> order.denial() != null)
                .count();
        return count(denied) + (denied == 1 ? " entry" : " entries") + " denied";
    }

    /** What came out. */
    public static Map<String, String> outputs(Evidence evidence) {
        EvidenceMetrics metrics = evidence.metrics();
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("round trips", count(metrics.roundTrips()));
        rows.put("win rate", percent(metrics.winRate()));
        rows.put("total return", percent(metrics.totalReturn()));
        rows.put("final equity", amount(evidence.end().equity().value()));
        rows.put("CAGR", percent(metrics.cagr()));
        rows.put("max drawdown", percent(metrics.maxDrawdown()));
        rows.put("Sharpe", ratio(metrics.sharpe()));
        rows.put("Sortino", ratio(metrics.sortino()));
        rows.put("profit factor", ratio(metrics.profitFactor()));
        rows.put("exposure", percent(metrics.exposure()));
        rows.put("commissions", amount(metrics.commission().value()));
        rows.put("fingerprint", evidence.fingerprint());
        return rows;
    }

    /** As lines of text. */
    static String text(Map<String, String> rows) {
        return rows.entrySet().stream()
                .map(row -> "  %-14s %s%n".formatted(row.getKey(), row.getValue()))
                .collect(Collectors.joining());
    }

    private static String parameters(Evidence evidence) {
        return evidence.strategy().parameters().entrySet().stream()
                .map(parameter -> " " + parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining());
    }

    private static String candles(EvidenceCandles candles) {
        String gaps = candles.gaps() == 0
                ? "no gaps"
                : count(candles.gaps()) + " gaps (" + count(candles.missing()) + " candles missing) passed over";
        return count(candles.count()) + " of " + Times.timeframe(candles.intervalMillis()) + " from " + candles.source()
                + ", " + gaps;
    }

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** With thousands apart, to the cent. */
    private static String amount(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f", amount.setScale(CENTS, RoundingMode.HALF_EVEN));
    }

    private static String percent(@Nullable BigDecimal share) {
        return share == null
                ? "-"
                : share.movePointRight(CENTS)
                                .setScale(CENTS, RoundingMode.HALF_EVEN)
                                .toPlainString() + " %";
    }

    private static String ratio(@Nullable BigDecimal ratio) {
        return ratio == null
                ? "-"
                : ratio.setScale(CENTS, RoundingMode.HALF_EVEN).toPlainString();
    }
}
