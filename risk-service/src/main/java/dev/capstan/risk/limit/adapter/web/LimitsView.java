package dev.capstan.risk.limit.adapter.web;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.risk.limit.Limits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that limits an account.
 *
 * @param instrumentDefault holds for every instrument that is not in {@code items}
 * @param items instruments with limits of their own
 * @param nextCursor always null: an account has few
 */
record LimitsView(
        AccountId accountId,
        AccountLimitView account,
        InstrumentLimitView instrumentDefault,
        List<InstrumentLimitView> items,
        @Nullable String nextCursor) {

    static LimitsView of(AccountId accountId, Limits limits) {
        return new LimitsView(
                accountId,
                AccountLimitView.of(limits.setFor(accountId), limits.accountDefaults()),
                InstrumentLimitView.of(null, limits.instrumentDefaults(), 0),
                limits.instrumentsSetFor(accountId).stream()
                        .map(limit -> InstrumentLimitView.of(limit, limits.instrumentDefaults()))
                        .toList(),
                null);
    }
}
