package dev.capstan.risk.limit.adapter.web;

import dev.capstan.contracts.value.Money;
import dev.capstan.risk.limit.AccountLimit;
import dev.capstan.trading.risk.AccountLimits;

/**
 * The account's own limits as they hold now, defaults included.
 *
 * @param version to be named by the next change
 */
record AccountLimitView(Money maxAccountExposure, int maxOpenOrders, long version) {

    static AccountLimitView of(AccountLimit limit, AccountLimits defaults) {
        AccountLimits holding = limit.over(defaults);
        return new AccountLimitView(holding.maxAccountExposure(), holding.maxOpenOrders(), limit.version());
    }
}
