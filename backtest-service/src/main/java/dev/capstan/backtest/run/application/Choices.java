package dev.capstan.backtest.run.application;

import dev.capstan.contracts.problem.FieldError;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Constants that a request spells in lower case. */
final class Choices {

    private Choices() {}

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The constant spelled {@code text}; empty, with the error told, when there is none. */
    static <E extends Enum<E>> Optional<E> find(Class<E> type, String field, String text, Consumer<FieldError> errors) {
        List<E> all = List.of(type.getEnumConstants());
        Optional<E> found =
                all.stream().filter(constant -> name(constant).equals(text)).findFirst();
        if (found.isEmpty()) {
            String names =
                    Arrays.stream(type.getEnumConstants()).map(Choices::name).collect(Collectors.joining(", "));
            errors.accept(new FieldError(field, "expected one of " + names + ", got: " + text));
        }
        return found;
    }
}
