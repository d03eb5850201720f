package dev.capstan.trading.risk;

import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.value.Money;
import java.util.Optional;

/** Bounds the sum of worst-case exposures over an account's instruments, in the reference asset. */
record AccountExposurePolicy() implements RiskPolicy {

    @Override
    public Optional<Denial> judge(RiskCheck check) {
        Money limit = check.accountLimits().maxAccountExposure();
        Money current = check.accountValue(check.before());
        Money would = check.accountValue(check.after());
        if (would.compareTo(limit) <= 0 || would.compareTo(current) <= 0) {
            return Optional.empty();
        }
        return Optional.of(Denial.beyond(DenialReason.LIMIT_ACCOUNT_EXPOSURE, limit, would, current));
    }
}
