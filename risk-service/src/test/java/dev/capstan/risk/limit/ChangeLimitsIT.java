package dev.capstan.risk.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.risk.OrderFixture;
import dev.capstan.risk.RiskDatabase;
import dev.capstan.risk.RiskInstance;
import dev.capstan.trading.risk.AccountLimits;
import dev.capstan.trading.risk.Percent;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class ChangeLimitsIT {

    private static final RiskInstance RISK = new RiskInstance("risk-limits");
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(2);

    private final AccountId account = OrderFixture.account();
    private final ChangeLimits changeLimits = RISK.get(ChangeLimits.class);
    private final LimitChanges changes = RISK.get(LimitChanges.class);
    private final Limits limits = RISK.get(Limits.class);

    @AfterAll
    static void close() {
        THREADS.shutdownNow();
        RISK.close();
    }

    @Test
    void holdsTheDefaultsUntilSomethingIsSet() {
        assertThat(limits.of(account)).isEqualTo(new AccountLimits(Money.parse("250000"), 200));
        assertThat(limits.of(new StreamKey(account, OrderFixture.BTCUSDT)).maxInstrumentExposure())
                .isEqualTo(Money.parse("100000"));
    }

    @Test
    void replacesAndGoesBackToTheDefault() {
        changeLimits.account(account, new AccountLimit(Money.parse("5000"), 3, 0), "ann");
        assertThat(limits.of(account)).isEqualTo(new AccountLimits(Money.parse("5000"), 3));
        changeLimits.account(account, new AccountLimit(null, 4, 1), "ann");
        assertThat(limits.of(account)).isEqualTo(new AccountLimits(Money.parse("250000"), 4));
    }

    @Test
    void refusesAChangeMadeOnAnOldVersionAndNamesTheCurrentOne() {
        changeLimits.instrument(account, instrumentLimit("1", 0), "ann");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> changeLimits.instrument(account, instrumentLimit("2", 0), "bob"))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.VERSION_CONFLICT))
                .satisfies(problem -> assertThat(problem.extensions()).containsEntry("currentVersion", 1L));
        assertThat(limits.of(new StreamKey(account, OrderFixture.BTCUSDT)).maxPositionQuantity())
                .isEqualTo(Quantity.parse("1"));
    }

    @Test
    void keepsEveryChangeWithWhoAndWhatWasBefore() {
        changeLimits.account(account, new AccountLimit(Money.parse("5000"), null, 0), "ann");
        changeLimits.instrument(account, instrumentLimit("1", 0), "bob");
        List<LimitChange> kept = changes.newest(account, null, 10);
        assertThat(kept).extracting(LimitChange::changedBy).containsExactlyInAnyOrder("ann", "bob");
        LimitChange byAnn = kept.stream()
                .filter(change -> change.changedBy().equals("ann"))
                .findFirst()
                .orElseThrow();
        assertThat(byAnn.before()).contains("\"maxAccountExposure\": null", "\"version\": 0");
        assertThat(byAnn.after()).contains("\"maxAccountExposure\": \"5000\"", "\"version\": 1");
    }

    @Test
    void doesNotLetTheServiceRewriteWhatWasKept() {
        changeLimits.account(account, new AccountLimit(Money.parse("5000"), null, 0), "ann");
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> RiskDatabase.session()
                        .sql("UPDATE limit_change SET changed_by = 'nobody'")
                        .update())
                .havingRootCause()
                .withMessageContaining("permission denied");
    }

    @RepeatedTest(5)
    void letsOneOfTwoChangesOnTheSameVersionWin() {
        List<CompletableFuture<AccountLimit>> both = Stream.of("1000", "2000")
                .map(exposure -> CompletableFuture.supplyAsync(
                        () -> changeLimits.account(account, new AccountLimit(Money.parse(exposure), null, 0), "ann"),
                        THREADS))
                .toList();
        long won = both.stream().filter(ChangeLimitsIT::succeeded).count();
        assertThat(won).isEqualTo(1);
        assertThat(changes.newest(account, null, 10)).hasSize(1);
    }

    private static boolean succeeded(CompletableFuture<AccountLimit> change) {
        try {
            change.join();
            return true;
        } catch (CompletionException e) {
            assertThat(e).hasCauseInstanceOf(ProblemException.class);
            return false;
        }
    }

    private static InstrumentLimit instrumentLimit(String maxPosition, long version) {
        return new InstrumentLimit(
                OrderFixture.BTCUSDT, Quantity.parse(maxPosition), Money.parse("50000"), Percent.parse("2.5"), version);
    }
}
