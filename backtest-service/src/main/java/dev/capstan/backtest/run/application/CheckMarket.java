package dev.capstan.backtest.run.application;

import dev.capstan.backtest.market.Coverage;
import dev.capstan.backtest.market.ListedRules;
import dev.capstan.backtest.market.MarketData;
import dev.capstan.backtest.market.SeriesRange;
import dev.capstan.backtest.run.domain.GapPolicy;
import dev.capstan.backtest.run.domain.RunRules;
import dev.capstan.contracts.problem.FieldError;
import dev.capstan.kit.problem.ProblemException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a request can only be told after a look at the market: rules of the instrument, and whether its candles are there. */
public final class CheckMarket {

    private final MarketData market;
    private final RunLimits limits;

    public CheckMarket(MarketData market, RunLimits limits) {
        this.market = market;
        this.limits = limits;
    }

    /** The range as it is now, which it stays, whatever is stored later. */
    record FixedRange(Instant from, Instant to) {}

    FixedRange range(RunRequest request, GapPolicy gaps) {
        Coverage coverage = market.coverage(new SeriesRange(
                request.instrumentId(),
                request.timeframe(),
                request.marketEpochOrNone(),
                request.from(),
                request.to()));
        Instant first = coverage.firstOpenTime();
        Instant last = coverage.lastOpenTime();
        if (first == null || last == null) {
            throw ProblemException.invalid(request.from() == null ? "to" : "from", "no candle is stored in this range");
        }
        if (coverage.candles() > limits.mostCandles()) {
            throw ProblemException.invalid(
                    "from",
                    "expected a range of at most " + limits.mostCandles() + " candles, this one has "
                            + coverage.candles());
        }
        Coverage.Gap gap = coverage.firstGap();
        if (gaps == GapPolicy.REFUSE && gap != null) {
            throw ProblemException.invalid("gaps", described(coverage, gap));
        }
        Instant from = request.from();
        Instant to = request.to();
        Instant end = last.plusMillis(coverage.intervalMillis());
        return new FixedRange(
                from == null || from.isBefore(first) ? first : from, to == null || to.isAfter(end) ? end : to);
    }

    private static String described(Coverage coverage, Coverage.Gap gap) {
        return coverage.missing() + " candles are missing in " + coverage.gaps() + " places, the first " + gap.missing()
                + " from " + gap.from() + " to " + gap.to() + "; skip goes on behind each";
    }

    /** The rules that are given, and the listed ones for what is not. */
    RunRules rules(RunRequest request) {
        boolean given = request.tick() != null && request.lot() != null && request.minNotional() != null;
        Optional<ListedRules> listed = given ? Optional.empty() : market.rules(request.instrumentId());
        List<FieldError> errors = new ArrayList<>();
        BigDecimal tick = step("tick", request.tick(), listed.map(ListedRules::tickSize), errors);
        BigDecimal lot = step("lot", request.lot(), listed.map(ListedRules::lotSize), errors);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return new RunRules(
                tick,
                lot,
                lot.max(listed.map(ListedRules::minQuantity).orElse(BigDecimal.ZERO)),
                listed.map(ListedRules::maxQuantity).orElse(null),
                Objects.requireNonNullElse(
                        request.minNotional(),
                        listed.map(ListedRules::minNotional).orElse(BigDecimal.ZERO)));
    }

    private static BigDecimal step(
            String field, @Nullable BigDecimal given, Optional<BigDecimal> listed, List<FieldError> errors) {
        BigDecimal step = given == null ? listed.orElse(BigDecimal.ZERO) : given;
        if (step.signum() == 0) {
            errors.add(new FieldError(field, "is required: no venue lists this instrument with one"));
        }
        return step;
    }
}
