package dev.capstan.strategy.definition;

import dev.capstan.contracts.problem.FieldError;
import dev.capstan.trading.strategy.ParameterCheck;
import dev.capstan.trading.strategy.Parameters;
import dev.capstan.trading.strategy.StrategyKind;
import dev.capstan.trading.strategy.StrategyKinds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Finds a kind and checks parameters for it; what is wrong is told by its field. */
public final class ParameterErrors {

    private final StrategyKinds kinds;

    public ParameterErrors(StrategyKinds kinds) {
        this.kinds = kinds;
    }

    /**
     * The checked parameters; empty when an error was told.
     *
     * @param prefix of the fields: empty, or with a point at its end
     */
    public Optional<Parameters> check(
            String prefix, String kindName, Map<String, String> given, Consumer<FieldError> errors) {
        Optional<StrategyKind> kind = kinds.find(kindName);
        if (kind.isEmpty()) {
            String known = kinds.all().stream().map(StrategyKind::name).collect(Collectors.joining(", "));
            errors.accept(new FieldError(prefix + "kind", "expected one of " + known + ", got: " + kindName));
            return Optional.empty();
        }
        return switch (kind.get().check(given)) {
            case ParameterCheck.Accepted(Parameters accepted) -> Optional.of(accepted);
            case ParameterCheck.Refused(List<FieldError> refusals) -> {
                refusals.forEach(refusal ->
                        errors.accept(new FieldError(prefix + "parameters." + refusal.field(), refusal.reason())));
                yield Optional.empty();
            }
        };
    }
}
