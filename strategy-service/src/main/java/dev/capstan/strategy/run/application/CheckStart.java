package dev.capstan.strategy.run.application;

import dev.capstan.contracts.problem.FieldError;
import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.strategy.definition.ParameterErrors;
import dev.capstan.strategy.definition.SavedStrategies;
import dev.capstan.strategy.definition.SavedStrategy;
import dev.capstan.strategy.run.application.MarketRules.Feed;
import dev.capstan.strategy.run.application.MarketRules.Listed;
import dev.capstan.strategy.run.application.MarketRules.Series;
import dev.capstan.strategy.run.domain.GapPolicy;
import dev.capstan.strategy.run.domain.RunRules;
import dev.capstan.strategy.run.domain.RunSpec;
import dev.capstan.trading.fixed.Decimal8;
import dev.capstan.trading.strategy.Parameters;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is asked for, checked field by field, as the spec of a run. */
public final class CheckStart {

    private static final BigDecimal MOST_CAPITAL = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final int PERCENT_PLACES = 4;

    private final ParameterErrors parameters;
    private final SavedStrategies saved;
    private final MarketRules market;
    private final Installation installation;

    public CheckStart(
            ParameterErrors parameters, SavedStrategies saved, MarketRules market, Installation installation) {
        this.parameters = parameters;
        this.saved = saved;
        this.market = market;
        this.installation = installation;
    }

    /** A request that can be run, and the open time of the candle before its first. */
    record Checked(RunSpec spec, Instant lastClosed) {}

    private record Chosen(@Nullable UUID strategyId, int version, String kind, Map<String, String> parameters) {}

    Checked check(String owner, StartRequest request) {
        List<FieldError> errors = new ArrayList<>();
        Optional<Chosen> chosen = chosen(owner, request, errors);
        BigDecimal risk = Objects.requireNonNullElse(request.riskPercent(), BigDecimal.ONE);
        amount("capital", request.capital(), MOST_CAPITAL, Decimal8.SCALE, errors);
        amount("riskPercent", risk, WHOLE, PERCENT_PLACES, errors);
        Optional<GapPolicy> gaps = gaps(request.gaps(), errors);
        refuse(errors);
        Listed listed = market.listed(request.instrumentId())
                .orElseThrow(() -> ProblemException.invalid(
                        "instrumentId", "expected an instrument that a venue lists, got: " + request.instrumentId()));
        Feed feed = market.feed(request.instrumentId())
                .orElseThrow(() -> ProblemException.invalid("instrumentId", "its venue is not fed"));
        Series series = market.series(request.instrumentId(), request.timeframe(), feed.marketEpoch())
                .orElseThrow(() -> noCandles(request));
        Instant last = Optional.ofNullable(series.lastOpenTime()).orElseThrow(() -> noCandles(request));
        return new Checked(spec(request, chosen.orElseThrow(), risk, gaps.orElseThrow(), listed, feed, series), last);
    }

    private RunSpec spec(
            StartRequest request,
            Chosen chosen,
            BigDecimal risk,
            GapPolicy gaps,
            Listed listed,
            Feed feed,
            Series series) {
        return new RunSpec(
                request.accountId(),
                chosen.strategyId(),
                chosen.version(),
                chosen.kind(),
                chosen.parameters(),
                request.instrumentId(),
                listed.baseAsset(),
                listed.quoteAsset(),
                request.timeframe(),
                series.intervalMillis(),
                feed.marketEpoch(),
                feed.marketSpeed(),
                request.capital(),
                risk,
                gaps,
                new RunRules(
                        listed.tickSize(),
                        listed.lotSize(),
                        listed.lotSize().max(listed.minQuantity()),
                        listed.maxQuantity(),
                        listed.minNotional()),
                installation.id());
    }

    private static ProblemException noCandles(StartRequest request) {
        return ProblemException.invalid(
                "timeframe",
                "no closed candle of " + request.timeframe() + " is stored; one must be, to start behind it");
    }

    private Optional<Chosen> chosen(String owner, StartRequest request, List<FieldError> errors) {
        StartRequest.StrategyChoice choice = request.strategy();
        if ((choice == null) == (request.strategyId() == null)) {
            errors.add(new FieldError("strategy", "expected either strategy or strategyId"));
            if (choice != null) {
                errors.add(new FieldError("strategyId", "expected either strategy or strategyId"));
            }
            return Optional.empty();
        }
        if (choice != null) {
            if (request.version() != null) {
                errors.add(new FieldError("version", "belongs to strategyId"));
            }
            return parameters
                    .check("strategy.", choice.kind(), choice.given(), errors::add)
                    .map(accepted -> new Chosen(null, 0, choice.kind(), accepted.texts()));
        }
        return saved(owner, request, errors);
    }

    private Optional<Chosen> saved(String owner, StartRequest request, List<FieldError> errors) {
        Optional<SavedStrategy> found =
                saved.find(owner, Objects.requireNonNull(request.strategyId()), request.version());
        if (found.isEmpty() || found.get().archivedAt() != null) {
            errors.add(new FieldError(
                    found.isEmpty() && request.version() != null ? "version" : "strategyId",
                    found.isEmpty()
                            ? "expected a strategy of yours, and a version it has"
                            : "the strategy is archived"));
            return Optional.empty();
        }
        SavedStrategy strategy = found.get();
        Optional<Parameters> accepted =
                parameters.check("strategy.", strategy.kind(), strategy.parameters(), errors::add);
        return accepted.map(
                each -> new Chosen(strategy.strategyId().value(), strategy.version(), strategy.kind(), each.texts()));
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

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    /** Everything that failed, at once. */
    static ProblemException refused(List<Precondition.Failed> failed) {
        return ProblemException.with(
                ProblemCode.START_REFUSED, ProblemCode.START_REFUSED.title(), Map.of("failed", failed));
    }
}
