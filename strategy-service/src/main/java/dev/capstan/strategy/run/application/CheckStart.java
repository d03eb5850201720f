package dev.capstan.strategy.run.application;

import dev.capstan.contracts.problem.FieldError;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.strategy.run.application.ChooseStrategy.Chosen;
import dev.capstan.strategy.run.application.MarketRules.Feed;
import dev.capstan.strategy.run.application.MarketRules.Listed;
import dev.capstan.strategy.run.application.MarketRules.Series;
import dev.capstan.strategy.run.domain.GapPolicy;
import dev.capstan.strategy.run.domain.RunRules;
import dev.capstan.strategy.run.domain.RunSpec;
import dev.capstan.trading.fixed.Decimal8;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is asked for, checked field by field, as the spec of a run. */
public final class CheckStart {

    private static final BigDecimal MOST_CAPITAL = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final int PERCENT_PLACES = 4;

    /** Which of them there are, market-data says. */
    private static final Pattern TIMEFRAME = Pattern.compile("[0-9]{1,3}[a-zA-Z]");

    private final ChooseStrategy choose;
    private final MarketRules market;
    private final Installation installation;

    public CheckStart(ChooseStrategy choose, MarketRules market, Installation installation) {
        this.choose = choose;
        this.market = market;
        this.installation = installation;
    }

    /** A request that can be run, and the open time of the candle before its first. */
    record Checked(RunSpec spec, Instant lastClosed) {}

    /** What is said about the trading itself. */
    private record Terms(Chosen strategy, BigDecimal riskPercent, GapPolicy gaps) {}

    Checked check(String owner, StartRequest request) {
        Terms terms = terms(owner, request);
        Listed listed = market.listed(request.instrumentId())
                .orElseThrow(() -> ProblemException.invalid(
                        "instrumentId", "expected an instrument that a venue lists, got: " + request.instrumentId()));
        RunRules rules = rules(listed);
        Feed feed = market.feed(request.instrumentId())
                .orElseThrow(() -> ProblemException.invalid("instrumentId", "its venue is not fed"));
        Series series = market.series(request.instrumentId(), request.timeframe(), feed.marketEpoch())
                .orElseThrow(() -> noCandles(request));
        Instant last = Optional.ofNullable(series.lastOpenTime()).orElseThrow(() -> noCandles(request));
        return new Checked(spec(request, terms, listed, rules, feed, series), last);
    }

    private Terms terms(String owner, StartRequest request) {
        List<FieldError> errors = new ArrayList<>();
        Optional<Chosen> chosen = choose.choose(owner, request, errors::add);
        BigDecimal risk = Objects.requireNonNullElse(request.riskPercent(), BigDecimal.ONE);
        amount("capital", request.capital(), MOST_CAPITAL, Decimal8.SCALE, errors);
        amount("riskPercent", risk, WHOLE, PERCENT_PLACES, errors);
        Optional<GapPolicy> gaps = gaps(request.gaps(), errors);
        if (!TIMEFRAME.matcher(request.timeframe()).matches()) {
            errors.add(new FieldError("timeframe", "expected the name of a timeframe, as 1m or 4h"));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return new Terms(chosen.orElseThrow(), risk, gaps.orElseThrow());
    }

    private static RunRules rules(Listed listed) {
        try {
            return RunRules.of(
                    listed.tickSize(),
                    listed.lotSize(),
                    listed.minQuantity(),
                    listed.maxQuantity(),
                    listed.minNotional());
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(
                    "instrumentId", listed.instrumentId() + " cannot be traded by a run: " + e.getMessage());
        }
    }

    private RunSpec spec(StartRequest request, Terms terms, Listed listed, RunRules rules, Feed feed, Series series) {
        return new RunSpec(
                request.accountId(),
                terms.strategy().strategyId(),
                terms.strategy().version(),
                terms.strategy().kind(),
                terms.strategy().parameters(),
                request.instrumentId(),
                listed.baseAsset(),
                listed.quoteAsset(),
                request.timeframe(),
                series.intervalMillis(),
                feed.marketEpoch(),
                feed.marketSpeed(),
                request.capital(),
                terms.riskPercent(),
                terms.gaps(),
                rules,
                installation.id());
    }

    private static ProblemException noCandles(StartRequest request) {
        return ProblemException.invalid(
                "timeframe",
                "no closed candle of " + request.timeframe() + " is stored; one must be, to start behind it");
    }

    private static Optional<GapPolicy> gaps(@Nullable String text, List<FieldError> errors) {
        String given = Objects.requireNonNullElse(text, "halt");
        for (GapPolicy policy : GapPolicy.values()) {
            if (policy.name().toLowerCase(Locale.ROOT).equals(given)) {
                return Optional.of(policy);
            }
        }
        errors.add(new FieldError("gaps", "expected skip or halt, got: " + given));
        return Optional.empty();
    }

    private static void amount(String field, BigDecimal value, BigDecimal most, int places, List<FieldError> errors) {
        if (value.signum() <= 0
                || value.compareTo(most) > 0
                || value.stripTrailingZeros().scale() > places) {
            errors.add(new FieldError(
                    field,
                    "expected more than 0 and at most " + most + " with at most " + places + " decimal places, got: "
                            + value.toPlainString()));
        }
    }
}
