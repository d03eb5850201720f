package dev.capstan.strategy.run.application;

import dev.capstan.contracts.problem.FieldError;
import dev.capstan.strategy.definition.ParameterErrors;
import dev.capstan.strategy.definition.SavedStrategies;
import dev.capstan.strategy.definition.SavedStrategy;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Which strategy a request means: a kind with parameters as they are, or a saved one of the caller's own. */
public final class ChooseStrategy {

    private static final String EITHER = "expected either strategy or strategyId";

    private final ParameterErrors parameters;
    private final SavedStrategies saved;

    public ChooseStrategy(ParameterErrors parameters, SavedStrategies saved) {
        this.parameters = parameters;
        this.saved = saved;
    }

    /**
     * A strategy that can be run.
     *
     * @param strategyId null for one that was not saved
     * @param version 0 for one that was not saved
     * @param parameters all of the kind's, by name, in plain notation
     */
    record Chosen(@Nullable UUID strategyId, int version, String kind, Map<String, String> parameters) {}

    /** Empty when an error was told. */
    Optional<Chosen> choose(String owner, StartRequest request, Consumer<FieldError> errors) {
        StartRequest.StrategyChoice choice = request.strategy();
        if (choice != null) {
            return asGiven(request, choice, errors);
        }
        if (request.strategyId() == null) {
            errors.accept(new FieldError("strategy", EITHER));
            return Optional.empty();
        }
        return saved(owner, request, errors);
    }

    private Optional<Chosen> asGiven(
            StartRequest request, StartRequest.StrategyChoice choice, Consumer<FieldError> errors) {
        if (request.strategyId() != null) {
            errors.accept(new FieldError("strategy", EITHER));
            errors.accept(new FieldError("strategyId", EITHER));
            return Optional.empty();
        }
        if (request.version() != null) {
            errors.accept(new FieldError("version", "belongs to strategyId"));
        }
        return parameters
                .check("strategy.", choice.kind(), choice.given(), errors)
                .map(accepted -> new Chosen(null, 0, choice.kind(), accepted.texts()));
    }

    private Optional<Chosen> saved(String owner, StartRequest request, Consumer<FieldError> errors) {
        Integer version = request.version();
        Optional<SavedStrategy> found = saved.find(owner, Objects.requireNonNull(request.strategyId()), version);
        if (found.isEmpty()) {
            errors.accept(new FieldError(
                    version == null ? "strategyId" : "version", "expected a strategy of yours, and a version it has"));
            return Optional.empty();
        }
        SavedStrategy strategy = found.get();
        if (strategy.archivedAt() != null) {
            errors.accept(new FieldError("strategyId", "the strategy is archived"));
            return Optional.empty();
        }
        return parameters
                .check("strategy.", strategy.kind(), strategy.parameters(), errors)
                .map(accepted -> new Chosen(
                        strategy.strategyId().value(), strategy.version(), strategy.kind(), accepted.texts()));
    }
}
