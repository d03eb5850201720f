package dev.capstan.execution.reconciliation.application;

import static dev.capstan.execution.reconciliation.application.MovingVenue.ACCOUNT;
import static dev.capstan.execution.reconciliation.application.MovingVenue.INSTRUMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.portfolio.BalanceSnapshotEvent;
import dev.capstan.contracts.portfolio.BalanceSnapshotEvent.StreamMark;
import dev.capstan.execution.fixtures.KnownAccounts;
import dev.capstan.execution.reconciliation.domain.Difference;
import dev.capstan.execution.reconciliation.domain.ReconciliationRun;
import dev.capstan.execution.venue.domain.VenueReport;
import dev.capstan.execution.venue.domain.VenueUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReconcileTest {

    private static final InstrumentId A = INSTRUMENTS.getFirst();

    private final MovingVenue venue = new MovingVenue();
    private final RememberedRuns runs = new RememberedRuns();
    private final KnownAccounts accounts = new KnownAccounts();
    private final Reconcile reconcile =
            new Reconcile(accounts, accountId -> venue, venue, venue, runs, UUID::randomUUID, Clock.systemUTC());

    @BeforeEach
    void openAccount() {
        accounts.add(ACCOUNT, "owner");
    }

    @Test
    void provesTheBalancesOfAQuietAccount() {
        venue.accept(venue.execute(A, "3"));

        ReconciliationRun run = reconcile.run(ACCOUNT);

        assertThat(run.complete()).isTrue();
        assertThat(run.differences()).isEmpty();
        assertThat(runs.snapshots).singleElement().satisfies(this::holdsExactlyTheFillsUpToItsNumbers);
        assertThat(runs.alerts).isEmpty();
    }

    @Test
    void booksAMissedFillSaysSoAndProvesTheBalancesInTheSameRun() {
        venue.accept(venue.execute(A, "3"));
        venue.execute(A, "4");
        venue.pass(Duration.ofSeconds(10));

        ReconciliationRun run = reconcile.run(ACCOUNT);

        assertThat(venue.bookedFills()).isEqualTo(2);
        assertThat(run.differences())
                .extracting(Difference::kind)
                .containsExactlyInAnyOrder(Difference.Kind.ORDER_BEHIND, Difference.Kind.FILL_MISSING);
        assertThat(run.balancesProven()).isTrue();
        assertThat(runs.alerts).containsExactly("FILL_MISSING=1 ORDER_BEHIND=1");
        assertThat(runs.snapshots).singleElement().satisfies(this::holdsExactlyTheFillsUpToItsNumbers);
    }

    @Test
    void doesNotCallAFillThatIsOnItsWayADifference() {
        venue.accept(venue.execute(A, "3"));
        venue.pass(Duration.ofSeconds(10));
        venue.execute(A, "4");

        assertThat(reconcile.run(ACCOUNT).differences()).isEmpty();
        assertThat(venue.bookedFills()).isEqualTo(2);
    }

    @Test
    void publishesNoBalancesWhileSomethingMovesAtEveryReading() {
        venue.accept(venue.execute(A, "1"));
        venue.between(() -> venue.accept(venue.execute(A, "1")));

        ReconciliationRun run = reconcile.run(ACCOUNT);

        assertThat(run.complete()).isTrue();
        assertThat(run.balancesProven()).isFalse();
        assertThat(runs.snapshots).isEmpty();
    }

    @Test
    void isNotCompleteWhenTheVenueGivesOut() {
        venue.accept(venue.execute(A, "1"));
        venue.between(() -> {
            throw new VenueUnavailableException("no answer");
        });

        ReconciliationRun run = reconcile.run(ACCOUNT);

        assertThat(run.complete()).isFalse();
        assertThat(run.error()).isEqualTo("no answer");
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    /** Whatever trades, is lost, comes late or twice between any two readings: what is published is true, and in the end all is booked. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void publishesOnlyBalancesThatHoldExactlyTheFillsUpToTheirNumbers(long seed) {
        Random random = new Random(seed);
        venue.between(() -> happen(random));
        for (int i = 0; i < 15; i++) {
            venue.pass(Duration.ofSeconds(random.nextInt(90)));
            reconcile.run(ACCOUNT);
        }
        venue.between(() -> {});
        INSTRUMENTS.forEach(instrumentId -> venue.accept(venue.execute(instrumentId, "1")));
        reconcile.run(ACCOUNT);

        assertThat(runs.snapshots).allSatisfy(this::holdsExactlyTheFillsUpToItsNumbers);
        assertThat(runs.last(ACCOUNT).orElseThrow().balancesProven()).isTrue();
        assertThat(venue.bookedFills()).isEqualTo(venue.executions());
    }

    private void happen(Random random) {
        if (random.nextInt(4) != 0) {
            return;
        }
        InstrumentId instrumentId = INSTRUMENTS.get(random.nextInt(INSTRUMENTS.size()));
        VenueReport report = venue.execute(instrumentId, Integer.toString(1 + random.nextInt(9)));
        if (random.nextInt(3) != 0) {
            venue.accept(report);
        }
        if (random.nextInt(3) == 0) {
            venue.accept(report);
        }
    }

    private void holdsExactlyTheFillsUpToItsNumbers(BalanceSnapshotEvent snapshot) {
        Map<String, Long> numbers = snapshot.afterNumbers().stream()
                .collect(Collectors.toMap(StreamMark::instrumentId, StreamMark::number));
        for (InstrumentId instrumentId : INSTRUMENTS) {
            long number = numbers.getOrDefault(instrumentId.text(), 0L);
            assertThat(snapshot.balances())
                    .filteredOn(balance -> balance.asset().equals(MovingVenue.baseOf(instrumentId)))
                    .singleElement()
                    .satisfies(balance -> assertThat(balance.free().value())
                            .isEqualByComparingTo(venue.bought(instrumentId, number)));
        }
    }
}
