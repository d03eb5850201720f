package dev.capstan.strategy.definition;

import dev.capstan.contracts.problem.FieldError;
import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.ids.Ids;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.strategy.CallKey;
import dev.capstan.trading.strategy.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Saves strategies: the first version, the next, and the end of all saving. */
@Component
class SaveStrategy {

    private static final int LONGEST_NAME = 80;

    private final StrategyRows rows;
    private final ParameterErrors parameters;
    private final Ids ids;

    SaveStrategy(StrategyRows rows, ParameterErrors parameters, Ids ids) {
        this.rows = rows;
        this.parameters = parameters;
        this.ids = ids;
    }

    SavedStrategy first(CallKey key, SaveRequest request) {
        List<FieldError> errors = new ArrayList<>();
        if (request.version() != null) {
            errors.add(new FieldError("version", "expected none: the first save is version 1"));
        }
        return rows.add(new StrategyId(ids.next()), key, checked(request, errors));
    }

    /** A save that is repeated finds itself done: the next version says what it says. */
    SavedStrategy next(String owner, StrategyId id, SaveRequest request) {
        List<FieldError> errors = new ArrayList<>();
        Integer read = request.version();
        if (read == null) {
            errors.add(new FieldError("version", "is required: the version that was read and is now changed"));
        }
        SavedStrategy now = require(owner, id);
        if (!now.kind().equals(request.kind())) {
            errors.add(new FieldError(
                    "kind", "expected " + now.kind() + ", which it was first saved with, got: " + request.kind()));
        }
        Definition definition = checked(request, errors);
        return rows.change(owner, id, before -> changed(owner, before, definition, read == null ? 0 : read))
                .orElseThrow(SaveStrategy::notFound);
    }

    private SavedStrategy changed(String owner, SavedStrategy before, Definition definition, int read) {
        if (before.version() == read + 1 && before.says(definition)) {
            return before;
        }
        if (before.archivedAt() != null) {
            throw ProblemException.of(ProblemCode.STATE_CONFLICT, "The strategy is archived.");
        }
        if (before.version() != read) {
            throw ProblemException.of(
                    ProblemCode.VERSION_CONFLICT,
                    "The strategy was saved since: its version is " + before.version() + ".");
        }
        return rows.addNext(owner, before, definition);
    }

    SavedStrategy archive(String owner, StrategyId id) {
        return rows.change(owner, id, before -> rows.archive(owner, before)).orElseThrow(SaveStrategy::notFound);
    }

    SavedStrategy require(String owner, StrategyId id) {
        return rows.find(owner, id, null).orElseThrow(SaveStrategy::notFound);
    }

    private Definition checked(SaveRequest request, List<FieldError> errors) {
        if (request.name().isBlank() || request.name().length() > LONGEST_NAME) {
            errors.add(new FieldError("name", "expected 1 to " + LONGEST_NAME + " characters"));
        }
        Optional<Parameters> accepted = parameters.check("", request.kind(), request.given(), errors::add);
        if (!errors.isEmpty() || accepted.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return new Definition(request.name(), request.kind(), accepted.get().texts(), request.isAutoUpdated());
    }

    static ProblemException notFound() {
        return ProblemException.of(ProblemCode.NOT_FOUND, "There is no such strategy.");
    }
}
