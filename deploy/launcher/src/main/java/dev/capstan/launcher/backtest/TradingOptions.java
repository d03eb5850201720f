package dev.capstan.launcher.backtest;

import dev.capstan.candles.FinestSteps;
import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.engine.BacktestSettings;
import dev.capstan.trading.engine.RiskLimits;
import dev.capstan.trading.fill.CommissionRate;
import dev.capstan.trading.fill.FillRules;
import dev.capstan.trading.run.InstrumentRules;
import dev.capstan.trading.run.RunSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** With what to trade, by which rules, at what cost. */
final class TradingOptions {

    @Option(names = "--capital", paramLabel = "AMOUNT", description = "In the quote asset. Default: ${DEFAULT-VALUE}.")
    private String capital = "10000";

    @Option(
            names = "--risk",
            paramLabel = "PERCENT",
            description = "Share of the cash that one trade may lose at its stop. Default: ${DEFAULT-VALUE}.")
    private String risk = "1";

    @Option(
            names = "--commission",
            paramLabel = "PERCENT",
            description = "What the venue keeps of every fill. Default: ${DEFAULT-VALUE}.")
    private String commission = "0.1";

    @Option(
            names = "--slippage-ticks",
            paramLabel = "N",
            description = "How many ticks worse than the open an order fills. Default: ${DEFAULT-VALUE}.")
    private String slippageTicks = "0";

    @Option(
            names = "--volume-share",
            paramLabel = "PERCENT",
            description = "The most of a candle's volume that may fill, 1 to 100. Default: ${DEFAULT-VALUE}.")
    private String volumeShare = "100";

    @Option(
            names = "--tick",
            paramLabel = "STEP",
            description = "Smallest step of a price. Default: the finest one in the candles.")
    private @Nullable String tick;

    @Option(
            names = "--lot",
            paramLabel = "STEP",
            description = "Smallest step of a quantity. Default: the finest one in the candles' volumes.")
    private @Nullable String lot;

    @Option(
            names = "--min-notional",
            paramLabel = "AMOUNT",
            description = "Smallest order in the quote asset. Default: ${DEFAULT-VALUE}.")
    private String minNotional = "0";

    @Option(
            names = "--max-exposure",
            paramLabel = "AMOUNT",
            description =
                    "Deny entries that would make the position worth more, in the quote asset, as risk-service does live "
                            + "(100000 for an instrument unless it is changed there). Default: no limit.")
    private @Nullable String maxExposure;

    /** Refuses what is wrong whatever the candles are; reading them may take a while. */
    void check() {
        run(new InstrumentRules(1, 1, 1, 1, 0));
        rules(new FinestSteps(1, 1));
        commission();
        fills(1);
        limits();
    }

    BacktestSettings settings(CandleColumns candles) {
        boolean isAsked = tick == null || lot == null;
        InstrumentRules rules = rules(isAsked ? FinestSteps.of(candles) : new FinestSteps(1, 1));
        return new BacktestSettings(run(rules), commission(), fills(rules.tick()), limits());
    }

    /** Where tick and lot come from, for people. */
    String stepsFrom() {
        if (tick != null && lot != null) {
            return "";
        }
        String which = tick == null && lot == null ? "" : tick == null ? "the tick is " : "the lot is ";
        return " (" + which + "the finest in the candles)";
    }

    private InstrumentRules rules(FinestSteps finest) {
        long tickSize = tick == null ? finest.price() : Numbers.positive("--tick", tick);
        long lotSize = lot == null ? finest.quantity() : Numbers.positive("--lot", lot);
        long least = Numbers.fixed("--min-notional", minNotional);
        return new InstrumentRules(tickSize, lotSize, lotSize, Long.MAX_VALUE, least);
    }

    private RunSettings run(InstrumentRules rules) {
        long millionths = Numbers.millionths("--risk", risk, 1, RunSettings.WHOLE, "above 0, at most 100");
        return new RunSettings(rules, Numbers.positive("--capital", capital), millionths);
    }

    private CommissionRate commission() {
        return new CommissionRate(
                Numbers.millionths("--commission", commission, 0, RunSettings.WHOLE - 1, "from 0, below 100"));
    }

    private @Nullable RiskLimits limits() {
        return maxExposure == null ? null : RiskLimits.ofExposure(Numbers.positive("--max-exposure", maxExposure));
    }

    private FillRules fills(long tickSize) {
        int ticks = Numbers.whole("--slippage-ticks", slippageTicks, 0, 1_000_000);
        int share = Numbers.whole("--volume-share", volumeShare, 1, 100);
        try {
            return new FillRules(Math.multiplyExact(ticks, tickSize), share);
        } catch (ArithmeticException e) {
            throw InputException.of("--slippage-ticks", "expected fewer ticks of this size, got: " + slippageTicks);
        }
    }
}
