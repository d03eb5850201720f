package dev.capstan.execution.account.application;

import dev.capstan.contracts.account.AccountKind;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.execution.account.Account;
import dev.capstan.execution.account.LiveTrading;
import dev.capstan.execution.account.application.AccountStore.Registered;
import dev.capstan.kit.ids.Ids;
import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.kit.problem.ProblemException;

/** Opens an account, once for each idempotency key of its owner. */
public class OpenAccountHandler {

    private final AccountStore store;
    private final AccountRecords records;
    private final LiveTrading liveTrading;
    private final Ids ids;
    private final Transactions transactions;

    public OpenAccountHandler(
            AccountStore store, AccountRecords records, LiveTrading liveTrading, Ids ids, Transactions transactions) {
        this.store = store;
        this.records = records;
        this.liveTrading = liveTrading;
        this.ids = ids;
        this.transactions = transactions;
    }

    /**
     * The account, made now or by an earlier call with the same key.
     *
     * @throws ProblemException when LIVE is not allowed here, the key was used for another request, or the API key is in use
     */
    public Account handle(OpenAccount request) {
        if (request.kind() == AccountKind.LIVE && !liveTrading.allowed()) {
            throw ProblemException.of(
                    ProblemCode.STATE_CONFLICT,
                    "Real money is not traded here: it needs CAPSTAN_LIVE_TRADING=true and a profile other than local.");
        }
        AccountId accountId = AccountId.of(ids.next());
        return transactions.call(() -> open(request, accountId));
    }

    private Account open(OpenAccount request, AccountId accountId) {
        Registered registered = store.register(request, accountId);
        if (!registered.sameRequest()) {
            throw ProblemException.of(
                    ProblemCode.IDEMPOTENCY_KEY_REUSED, "This Idempotency-Key opened another account.");
        }
        if (registered.isNew()) {
            storeKeys(request, accountId);
            records.append(registered.account());
        }
        return registered.account();
    }

    private void storeKeys(OpenAccount request, AccountId accountId) {
        if (!store.putKeys(accountId, request.venueId(), request.keys())) {
            throw ReplaceVenueKeysHandler.keyInUse();
        }
    }
}
