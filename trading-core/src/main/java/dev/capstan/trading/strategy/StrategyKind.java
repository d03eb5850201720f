package dev.capstan.trading.strategy;

import dev.capstan.contracts.problem.FieldError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A kind of strategy: its name, its parameters and how one is made. */
public interface StrategyKind {

    /** By which it is asked for, e.g. {@code sma-cross}: lower case letters, digits and hyphens. */
    String name();

    /** For people, a few words. */
    String title();

    /** For people, what it does and when. */
    String description();

    /** All its parameters, in the order they are best shown. */
    List<ParameterSpec> parameters();

    /** What is wrong between parameters that are each within their range. */
    default List<FieldError> conflicts(Parameters parameters) {
        return List.of();
    }

    /** A new one, which has seen nothing yet. */
    Strategy create(Parameters parameters);

    /**
     * Checks parameters given by name in plain notation; the ones left out get their defaults.
     *
     * @return the refusal names every parameter that is unknown or out of range
     */
    default ParameterCheck check(Map<String, String> given) {
        List<FieldError> errors = new ArrayList<>();
        Map<String, BigDecimal> values = new HashMap<>();
        for (ParameterSpec spec : parameters()) {
            String text = given.get(spec.name());
            Optional<BigDecimal> value = text == null ? Optional.of(spec.defaultValue()) : spec.parse(text);
            value.ifPresentOrElse(
                    it -> values.put(spec.name(), it),
                    () -> errors.add(new FieldError(spec.name(), spec.expected() + ", got: " + text)));
        }
        given.keySet().stream()
                .filter(name ->
                        parameters().stream().noneMatch(spec -> spec.name().equals(name)))
                .sorted()
                .forEach(name -> errors.add(new FieldError(name, unknown())));
        if (errors.isEmpty()) {
            errors.addAll(conflicts(new Parameters(values)));
        }
        return errors.isEmpty()
                ? new ParameterCheck.Accepted(new Parameters(values))
                : new ParameterCheck.Refused(List.copyOf(errors));
    }

    private String unknown() {
        return parameters().stream()
                .map(ParameterSpec::name)
                .collect(Collectors.joining(", ", "no parameter of " + name() + ", which has: ", ""));
    }
}
