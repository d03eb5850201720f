package dev.capstan.backtest.run.application;

import dev.capstan.backtest.defaults.Charges;
import dev.capstan.backtest.defaults.UserDefaults;
import dev.capstan.backtest.run.domain.GapPolicy;
import dev.capstan.backtest.run.domain.RunPriority;
import dev.capstan.contracts.problem.FieldError;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.trading.fixed.Decimal8;
import dev.capstan.trading.strategy.ParameterCheck;
import dev.capstan.trading.strategy.Parameters;
import dev.capstan.trading.strategy.StrategyKind;
import dev.capstan.trading.strategy.StrategyKinds;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything about a request that can be said without looking at the market; all faults at once, each by its field. */
public final class CheckRequest {

    private static final long MOST_CAPITAL = 1_000_000_000;
    private static final int PERCENT_PLACES = 4;
    private static final Pattern TIMEFRAME = Pattern.compile("[0-9]{1,3}[a-zA-Z]");
    private static final Pattern EPOCH = Pattern.compile("[A-Za-z0-9._-]{0,64}");

    private final StrategyKinds kinds;
    private final Charges defaults;
    private final RunLimits limits;

    public CheckRequest(StrategyKinds kinds, Charges defaults, RunLimits limits) {
        this.kinds = kinds;
        this.defaults = defaults;
        this.limits = limits;
    }

    /** A request's own values, defaults filled in. */
    record Checked(
            Parameters parameters,
            GapPolicy gaps,
            RunPriority priority,
            BigDecimal riskPercent,
            UserDefaults charges,
            int volumeSharePercent,
            Duration timeLimit) {}

    Checked check(String owner, RunRequest request) {
        List<FieldError> errors = new ArrayList<>();
        Parameters parameters = parameters(request, errors);
        Optional<GapPolicy> gaps = Choices.find(
                GapPolicy.class, "gaps", Objects.requireNonNullElse(request.gaps(), "refuse"), errors::add);
        Optional<RunPriority> priority =
                Choices.find(RunPriority.class, "priority", request.priorityOrUsual(), errors::add);
        UserDefaults charges = charges(owner, request);
        errors.addAll(charges.errors());
        BigDecimal risk = Objects.requireNonNullElse(request.riskPercent(), BigDecimal.ONE);
        int share = Objects.requireNonNullElse(request.volumeSharePercent(), 100);
        int seconds = Objects.requireNonNullElse(
                request.timeoutSeconds(), Math.toIntExact(limits.usualTime().toSeconds()));
        amounts(request, risk, share, seconds, errors);
        series(request, errors);
        if (!errors.isEmpty() || parameters == null) {
            throw ProblemException.invalid(errors);
        }
        return new Checked(
                parameters,
                gaps.orElseThrow(),
                priority.orElseThrow(),
                risk,
                charges,
                share,
                Duration.ofSeconds(seconds));
    }

    private void amounts(RunRequest request, BigDecimal risk, int share, int seconds, List<FieldError> errors) {
        Amounts amounts = new Amounts(errors::add);
        amounts.positive("capital", request.capital(), MOST_CAPITAL, Decimal8.SCALE);
        amounts.positive("riskPercent", risk, 100, PERCENT_PLACES);
        amounts.positive("tick", request.tick(), MOST_CAPITAL, Decimal8.SCALE);
        amounts.positive("lot", request.lot(), MOST_CAPITAL, Decimal8.SCALE);
        amounts.atLeastZero("minNotional", request.minNotional(), MOST_CAPITAL, Decimal8.SCALE);
        amounts.whole("volumeSharePercent", share, 1, 100);
        amounts.positive("maxExposure", request.maxExposure(), MOST_CAPITAL, Decimal8.SCALE);
        amounts.whole(
                "timeoutSeconds", seconds, 1, Math.toIntExact(limits.mostTime().toSeconds()));
        if (request.from() != null && request.to() != null && !request.from().isBefore(request.to())) {
            errors.add(new FieldError("to", "expected a time after from, got: " + request.to()));
        }
    }

    /** Its form only: which timeframes there are, market-data-service knows. */
    private static void series(RunRequest request, List<FieldError> errors) {
        if (!TIMEFRAME.matcher(request.timeframe()).matches()) {
            errors.add(new FieldError("timeframe", "expected one like 1m or 4h, got: " + request.timeframe()));
        }
        if (!EPOCH.matcher(request.marketEpochOrNone()).matches()) {
            errors.add(new FieldError("marketEpoch", "expected at most 64 letters, digits, dots, _ and -"));
        }
    }

    private UserDefaults charges(String owner, RunRequest request) {
        UserDefaults usual = defaults.of(owner);
        return new UserDefaults(
                Objects.requireNonNullElse(request.commissionPercent(), usual.commissionPercent()),
                Objects.requireNonNullElse(request.slippageTicks(), usual.slippageTicks()));
    }

    private @Nullable Parameters parameters(RunRequest request, List<FieldError> errors) {
        Optional<StrategyKind> kind = kinds.find(request.strategy().kind());
        if (kind.isEmpty()) {
            String known = kinds.all().stream().map(StrategyKind::name).collect(Collectors.joining(", "));
            errors.add(new FieldError(
                    "strategy.kind",
                    "expected one of " + known + ", got: " + request.strategy().kind()));
            return null;
        }
        return switch (kind.get().check(request.strategy().given())) {
            case ParameterCheck.Accepted(Parameters accepted) -> accepted;
            case ParameterCheck.Refused(List<FieldError> refusals) -> {
                refusals.forEach(refusal ->
                        errors.add(new FieldError("strategy.parameters." + refusal.field(), refusal.reason())));
                yield null;
            }
        };
    }
}
