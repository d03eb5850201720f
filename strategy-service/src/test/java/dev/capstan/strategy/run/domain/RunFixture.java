package dev.capstan.strategy.run.domain;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.trading.strategy.builtin.BuiltInStrategies;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Runs of a moving average cross on minutes, with what a test does not care about filled in. */
public final class RunFixture {

    public static final InstrumentId BTCUSDT = InstrumentId.parse("BTCUSDT.BINANCE");
    public static final Asset BTC = Asset.parse("BTC");
    public static final Asset USDT = Asset.parse("USDT");
    public static final String OWNER = "tom";

    private RunFixture() {}

    public static RunRules rules() {
        return new RunRules(
                new BigDecimal("0.01"), new BigDecimal("0.001"), new BigDecimal("0.001"), null, new BigDecimal("5"));
    }

    public static RunSpec spec(AccountId account, GapPolicy gaps) {
        return spec(account, gaps, "sma-cross", Map.of("fast", "3", "slow", "8"), BTCUSDT);
    }

    /** In a market of its own. */
    public static RunSpec spec(AccountId account, InstrumentId instrument) {
        return spec(account, GapPolicy.HALT, "sma-cross", Map.of("fast", "3", "slow", "8"), instrument);
    }

    public static RunSpec spec(
            AccountId account,
            GapPolicy gaps,
            String strategy,
            Map<String, String> parameters,
            InstrumentId instrument) {
        return new RunSpec(
                account,
                null,
                0,
                strategy,
                parameters,
                instrument,
                BTC,
                USDT,
                "1m",
                60_000,
                "test",
                1,
                new BigDecimal("10000"),
                BigDecimal.ONE,
                gaps,
                rules(),
                UUID.fromString("0b6e9f2e-8a4a-4d43-9b51-3f7c5b1c0d11"));
    }

    /** Everything staked on one trade. */
    public static RunSpec staking(RunSpec spec, BigDecimal capital) {
        return new RunSpec(
                spec.accountId(),
                spec.strategyId(),
                spec.strategyVersion(),
                spec.strategy(),
                spec.parameters(),
                spec.instrumentId(),
                spec.baseAsset(),
                spec.quoteAsset(),
                spec.timeframe(),
                spec.intervalMillis(),
                spec.marketEpoch(),
                spec.marketSpeed(),
                capital,
                new BigDecimal("100"),
                spec.gaps(),
                spec.rules(),
                spec.installationId());
    }

    /** One that begins with the candle after {@code lastClosed}. */
    public static LiveRun begun(RunSpec spec, Instant lastClosed) {
        return new LiveRun(
                new RunId(UUID.randomUUID()),
                OWNER,
                spec,
                Brain.begun(spec, BuiltInStrategies.kinds()),
                RunProgress.after(lastClosed),
                null,
                null);
    }
}
