package dev.capstan.execution.reconciliation.application;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.execution.account.Account;
import dev.capstan.execution.account.Accounts;
import dev.capstan.execution.order.application.VenueReportIntake;
import dev.capstan.execution.reconciliation.application.BalanceProof.Attempt;
import dev.capstan.execution.reconciliation.domain.Findings;
import dev.capstan.execution.reconciliation.domain.OrderBook;
import dev.capstan.execution.reconciliation.domain.ProvenPoints;
import dev.capstan.execution.reconciliation.domain.ReconciliationRun;
import dev.capstan.execution.reconciliation.domain.ReconciliationRuns;
import dev.capstan.execution.venue.domain.VenueClient;
import dev.capstan.execution.venue.domain.VenueClients;
import dev.capstan.execution.venue.domain.VenueUnavailableException;
import dev.capstan.kit.ids.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One run for one account: orders, then fills and balances together, then the account of it. */
public class Reconcile {

    private static final int TRIES = 3;

    /** An account with more recent fills than this is still trading: trying again at once would only cost the request budget. */
    private static final int BUSY = 500;

    private final Accounts accounts;
    private final VenueClients clients;
    private final ReconciliationRuns runs;
    private final OrderComparison orders;
    private final BalanceProof proof;
    private final FindingsOfRun findings;
    private final Clock clock;

    public Reconcile(
            Accounts accounts,
            VenueClients clients,
            OrderBook book,
            VenueReportIntake intake,
            ReconciliationRuns runs,
            Ids ids,
            Clock clock) {
        this.accounts = accounts;
        this.clients = clients;
        this.runs = runs;
        this.orders = new OrderComparison(book, intake);
        this.proof = new BalanceProof(book, new FillComparison(book, intake));
        this.findings = new FindingsOfRun(ids);
        this.clock = clock;
    }

    /** Runs and stores; a venue that gives out on the way is part of the result, a database that does is thrown. */
    public ReconciliationRun run(AccountId accountId) {
        Instant ranAt = clock.instant();
        try {
            Account account = accounts.find(accountId)
                    .orElseThrow(() -> new VenueUnavailableException("there is no account " + accountId));
            return compare(account, clients.of(accountId), ranAt);
        } catch (VenueUnavailableException e) {
            ReconciliationRun run = new ReconciliationRun(
                    accountId, ranAt, clock.instant(), false, e.getMessage(), 0, 0, false, List.of());
            runs.store(run, new ProvenPoints(null, Map.of()), new Findings(null, null));
            return run;
        }
    }

    private ReconciliationRun compare(Account account, VenueClient client, Instant ranAt) {
        AccountId accountId = account.accountId();
        Instant venueNow =
                client.clock().now().orElseThrow(() -> new VenueUnavailableException("the venue's time is not known"));
        Tally tally = new Tally(venueNow);
        int comparedOrders = orders.compare(accountId, client, tally);
        Attempt attempt = attempts(account, client, tally);
        ReconciliationRun run = new ReconciliationRun(
                accountId,
                ranAt,
                clock.instant(),
                true,
                null,
                comparedOrders,
                attempt.comparedFills(),
                attempt.balances().isPresent(),
                tally.differences());
        runs.store(run, proven(attempt, venueNow), findings.of(run, attempt));
        return run;
    }

    /** A try that found something missing has booked it, so the next one starts from better books. */
    private Attempt attempts(Account account, VenueClient client, Tally tally) {
        ProvenPoints points = runs.provenPoints(account.accountId());
        Function<InstrumentId, Instant> since = instrumentId -> points.since(instrumentId, account.createdAt());
        Attempt attempt = proof.attempt(account.accountId(), since, client, tally);
        for (int i = 1; i < TRIES && attempt.balances().isEmpty() && attempt.comparedFills() <= BUSY; i++) {
            attempt = proof.attempt(account.accountId(), since, client, tally);
        }
        return attempt;
    }

    /** Whatever the venue executed before this run began is booked now, on every instrument that was compared. */
    private static ProvenPoints proven(Attempt attempt, Instant venueNow) {
        Map<InstrumentId, Instant> fills = new HashMap<>();
        attempt.booked().lastNumbers().keySet().forEach(instrumentId -> fills.put(instrumentId, venueNow));
        return new ProvenPoints(attempt.balances().isPresent() ? venueNow : null, fills);
    }
}
