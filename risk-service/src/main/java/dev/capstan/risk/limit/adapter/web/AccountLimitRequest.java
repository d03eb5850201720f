package dev.capstan.risk.limit.adapter.web;

import dev.capstan.contracts.problem.FieldError;
import dev.capstan.contracts.value.Money;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.risk.limit.AccountLimit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Replaces an account's limits.
 *
 * @param maxAccountExposure in the reference asset; null for the default
 * @param maxOpenOrders null for the default
 * @param version the one that was seen
 */
record AccountLimitRequest(
        @Nullable Money maxAccountExposure, @Nullable Integer maxOpenOrders, Long version) {

    AccountLimit limit() {
        List<FieldError> errors = new ArrayList<>();
        if (maxAccountExposure != null && maxAccountExposure.compareTo(Money.ZERO) < 0) {
            errors.add(new FieldError("maxAccountExposure", "expected zero or more"));
        }
        if (maxOpenOrders != null && maxOpenOrders < 0) {
            errors.add(new FieldError("maxOpenOrders", "expected zero or more"));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return new AccountLimit(maxAccountExposure, maxOpenOrders, version);
    }
}
