package dev.capstan.backtest.defaults;

import dev.capstan.contracts.problem.FieldError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run is charged.
 *
 * @param commissionPercent of what a fill receives
 * @param slippageTicks what an order pays above, or receives below, the price that plays
 */
public record UserDefaults(BigDecimal commissionPercent, int slippageTicks) {

    /** For whoever never said anything. */
    public static final UserDefaults USUAL = new UserDefaults(new BigDecimal("0.1"), 0);

    private static final int FINEST = 4;
    private static final int MOST_TICKS = 1_000_000;

    /** What is wrong with it, by field. */
    public List<FieldError> errors() {
        List<FieldError> errors = new ArrayList<>();
        if (commissionPercent.signum() < 0
                || commissionPercent.compareTo(BigDecimal.TEN) > 0
                || commissionPercent.stripTrailingZeros().scale() > FINEST) {
            errors.add(new FieldError(
                    "commissionPercent",
                    "expected 0 to 10 with at most 4 decimal places, got: " + commissionPercent.toPlainString()));
        }
        if (slippageTicks < 0 || slippageTicks > MOST_TICKS) {
            errors.add(new FieldError("slippageTicks", "expected 0 to 1000000, got: " + slippageTicks));
        }
        return errors;
    }
}
