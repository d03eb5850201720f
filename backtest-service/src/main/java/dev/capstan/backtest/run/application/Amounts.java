package dev.capstan.backtest.run.application;

import dev.capstan.contracts.problem.FieldError;
import java.math.BigDecimal;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Checks numbers of a request and collects what is wrong with them. */
final class Amounts {

    private final Consumer<FieldError> errors;

    Amounts(Consumer<FieldError> errors) {
        this.errors = errors;
    }

    /** Above zero, at most {@code most}, with no more than {@code places} after the point; null is nobody's error. */
    void positive(String field, @Nullable BigDecimal value, long most, int places) {
        if (value != null && (value.signum() <= 0 || isBeyond(value, most, places))) {
            refuse(field, "more than 0 and at most " + most, places, value);
        }
    }

    /** From zero to {@code most}, with no more than {@code places} after the point; null is nobody's error. */
    void atLeastZero(String field, @Nullable BigDecimal value, long most, int places) {
        if (value != null && (value.signum() < 0 || isBeyond(value, most, places))) {
            refuse(field, "0 to " + most, places, value);
        }
    }

    private static boolean isBeyond(BigDecimal value, long most, int places) {
        return value.compareTo(BigDecimal.valueOf(most)) > 0
                || value.stripTrailingZeros().scale() > places;
    }

    private void refuse(String field, String range, int places, BigDecimal value) {
        errors.accept(new FieldError(
                field,
                "expected " + range + " with at most " + places + " decimal places, got: " + value.toPlainString()));
    }

    void whole(String field, int value, int least, int most) {
        if (value < least || value > most) {
            errors.accept(new FieldError(field, "expected " + least + " to " + most + ", got: " + value));
        }
    }
}
