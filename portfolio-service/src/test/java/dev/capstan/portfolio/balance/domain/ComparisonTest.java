package dev.capstan.portfolio.balance.domain;

import static dev.capstan.portfolio.fixtures.FillFixture.BTC;
import static dev.capstan.portfolio.fixtures.FillFixture.USDT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.portfolio.BalanceSnapshotEvent;
import dev.capstan.contracts.value.Money;
import dev.capstan.portfolio.ledger.domain.EntryKind;
import dev.capstan.portfolio.ledger.domain.LedgerAccount;
import dev.capstan.portfolio.ledger.domain.LedgerLine;
import dev.capstan.portfolio.ledger.domain.LedgerTransaction;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final AccountId ACCOUNT = AccountId.parse("00000000-0000-7000-8000-000000000001");

    @Test
    void countsFreeAndLockedAsHeld() {
        Snapshot snapshot = Snapshot.of(new BalanceSnapshotEvent(
                UUID.randomUUID(),
                ACCOUNT,
                List.of(new BalanceSnapshotEvent.Balance(USDT, Money.parse("70"), Money.parse("30"))),
                List.of(new BalanceSnapshotEvent.StreamMark("BTCUSDT.BINANCE", 4)),
                Instant.EPOCH));

        assertThat(snapshot.amount(USDT)).isEqualTo(Money.parse("100"));
        assertThat(snapshot.amount(BTC)).isEqualTo(Money.ZERO);
    }

    @Test
    void bringsTheLedgerToTheVenuesBalances() {
        Comparison comparison = Comparison.of(
                snapshot(Map.of(USDT, Money.parse("90"))), Map.of(USDT, Money.parse("-10"), BTC, Money.parse("0.1")));

        LedgerTransaction opening = comparison.transaction(true);

        assertThat(opening.kind()).isEqualTo(EntryKind.OPENING);
        assertThat(opening.lines())
                .filteredOn(line -> line.account() == LedgerAccount.HOLDING)
                .containsExactly(
                        new LedgerLine(LedgerAccount.HOLDING, BTC, Money.parse("-0.1")),
                        new LedgerLine(LedgerAccount.HOLDING, USDT, Money.parse("100")));
    }

    @Test
    void findsNothingWhereOnlyTheScaleDiffers() {
        Comparison comparison =
                Comparison.of(snapshot(Map.of(USDT, Money.parse("1.50"))), Map.of(USDT, Money.parse("1.500000")));

        assertThat(comparison.isEqual()).isTrue();
        assertThat(comparison.transaction(false).isEmpty()).isTrue();
    }

    private static Snapshot snapshot(Map<Asset, Money> amounts) {
        return new Snapshot(UUID.randomUUID(), ACCOUNT, amounts, Map.of(), Instant.EPOCH, false);
    }
}
