package dev.capstan.execution.tradingstate;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.problem.FieldError;
import dev.capstan.contracts.tradingstate.TradingStateScope;
import dev.capstan.kit.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of halt and re-arm. */
record ChangeTradingStateRequest(
        TradingStateScope scope,
        @Nullable AccountId accountId,
        @Nullable InstrumentId instrumentId,
        @Nullable String reason,
        @Nullable Boolean cancelOpenOrders) {

    private static final int LONGEST_REASON = 500;

    TradingScope toScope() {
        List<FieldError> errors = new ArrayList<>();
        check("accountId", accountId != null, scope != TradingStateScope.ALL, errors);
        check("instrumentId", instrumentId != null, scope == TradingStateScope.INSTRUMENT, errors);
        if (reason != null && reason.length() > LONGEST_REASON) {
            errors.add(new FieldError("reason", "expected at most " + LONGEST_REASON + " characters"));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return new TradingScope(accountId, instrumentId);
    }

    private void check(String field, boolean given, boolean needed, List<FieldError> errors) {
        if (needed && !given) {
            errors.add(new FieldError(field, "is required for scope " + scope));
        }
        if (given && !needed) {
            errors.add(new FieldError(field, "does not go with scope " + scope));
        }
    }
}
