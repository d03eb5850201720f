package dev.capstan.backtest.run.application;

import dev.capstan.backtest.run.application.RunRequest.StrategyChoice;
import dev.capstan.contracts.id.InstrumentId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests of which a test states only what matters to it. */
final class RequestFixture {

    static final InstrumentId BTCUSDT = InstrumentId.parse("BTCUSDT.BINANCE");
    static final RunLimits LIMITS = new RunLimits(1_000, 1_000, Duration.ofMinutes(5), Duration.ofHours(1));

    String kind = "sma-cross";
    Map<String, String> parameters = Map.of("fast", "9", "slow", "21");
    String timeframe = "1m";

    @Nullable
    Instant from;

    @Nullable
    Instant to;

    String capital = "10000";

    @Nullable
    String tick;

    @Nullable
    String lot;

    @Nullable
    String minNotional;

    @Nullable
    String gaps;

    @Nullable
    Integer slippageTicks;

    RunRequest request() {
        return new RunRequest(
                new StrategyChoice(kind, parameters),
                BTCUSDT,
                timeframe,
                null,
                from,
                to,
                new BigDecimal(capital),
                null,
                null,
                slippageTicks,
                null,
                null,
                gaps,
                decimal(tick),
                decimal(lot),
                decimal(minNotional),
                null,
                null);
    }

    private static @Nullable BigDecimal decimal(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
