package dev.capstan.risk.limit;

import dev.capstan.contracts.id.AccountId;
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

    static LimitsView of(
            AccountId accountId, AccountLimit account, List<InstrumentLimit> instruments, LimitSettings settings) {
        return new LimitsView(
                accountId,
                AccountLimitView.of(account, settings.accountDefaults()),
                InstrumentLimitView.of(null, settings.instrumentDefaults(), 0),
                instruments.stream()
                        .map(limit -> InstrumentLimitView.of(limit, settings.instrumentDefaults()))
                        .toList(),
                null);
    }
}
