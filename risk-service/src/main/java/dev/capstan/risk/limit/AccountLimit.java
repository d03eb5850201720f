package dev.capstan.risk.limit;

import dev.capstan.contracts.value.Money;
import dev.capstan.trading.risk.AccountLimits;
import org.jspecify.annotations.Nullable;

/**
 * What is set for an account.
 *
 * @param maxAccountExposure null for the default
 * @param maxOpenOrders null for the default
 * @param version 0 before the first change
 */
public record AccountLimit(
        @Nullable Money maxAccountExposure, @Nullable Integer maxOpenOrders, long version) {

    static final AccountLimit UNSET = new AccountLimit(null, null, 0);

    /** With the defaults where nothing is set. */
    public AccountLimits over(AccountLimits defaults) {
        return new AccountLimits(
                maxAccountExposure == null ? defaults.maxAccountExposure() : maxAccountExposure,
                maxOpenOrders == null ? defaults.maxOpenOrders() : maxOpenOrders);
    }
}
