package dev.capstan.backtest.run.domain;

import dev.capstan.contracts.backtest.EvidenceMetrics;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Runs of which a test states only what matters to it. */
public final class RunFixture {

    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    public static final String OWNER = "tom";

    private RunFixture() {}

    public static BacktestRun queued() {
        return queued(RunPriority.NORMAL, Duration.ofMinutes(1));
    }

    public static BacktestRun queued(RunPriority priority, Duration timeLimit) {
        return BacktestRun.queued(new RunId(UUID.randomUUID()), OWNER, spec(), priority, timeLimit, START);
    }

    public static RunSpec spec() {
        return new RunSpec(
                "sma-cross",
                Map.of("fast", "9", "slow", "21"),
                InstrumentId.parse("BTCUSDT.BINANCE"),
                "1m",
                "",
                START,
                START.plus(Duration.ofHours(2)),
                GapPolicy.REFUSE,
                new BigDecimal("10000"),
                BigDecimal.ONE,
                new BigDecimal("0.1"),
                0,
                100,
                null,
                new RunRules(
                        new BigDecimal("0.01"),
                        new BigDecimal("0.00001"),
                        new BigDecimal("0.00001"),
                        null,
                        BigDecimal.ZERO));
    }

    public static RunResult result(RunId id) {
        EvidenceMetrics metrics = new EvidenceMetrics(
                new BigDecimal("0.05"), null, BigDecimal.ZERO, 3, null, null, null, null, BigDecimal.ONE, Money.ZERO);
        return new RunResult("sha256:0", metrics, 120, 6, 6, 3, "evidence/backtest/" + id + ".json", 4);
    }
}
