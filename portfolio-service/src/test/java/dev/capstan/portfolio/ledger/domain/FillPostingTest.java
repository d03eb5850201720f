package dev.capstan.portfolio.ledger.domain;

import static dev.capstan.portfolio.fixtures.FillFixture.BNB;
import static dev.capstan.portfolio.fixtures.FillFixture.BTC;
import static dev.capstan.portfolio.fixtures.FillFixture.USDT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Side;
import dev.capstan.portfolio.fixtures.FillFixture;
import dev.capstan.trading.accounting.AverageCost;
import dev.capstan.trading.accounting.PositionFill;
import dev.capstan.trading.accounting.PositionState;
import dev.capstan.trading.accounting.Recosting;
import dev.capstan.trading.accounting.TradedPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class FillPostingTest {

    private static final TradedPair PAIR = new TradedPair(BTC, USDT);

    private final AverageCost costing = new AverageCost(PAIR);

    @Test
    void movesBaseQuoteAndCommission() {
        List<LedgerTransaction> booked =
                post(PositionState.FLAT, FillFixture.of(Side.BUY, 1, 0, "2", "100", "0.01", BNB));

        assertThat(booked)
                .singleElement()
                .satisfies(transaction -> assertThat(transaction.lines())
                        .containsExactly(
                                line(LedgerAccount.HOLDING, BTC, "2"),
                                line(LedgerAccount.CLEARING, BTC, "-2"),
                                line(LedgerAccount.CLEARING, USDT, "200"),
                                line(LedgerAccount.HOLDING, USDT, "-200"),
                                line(LedgerAccount.COMMISSION, BNB, "0.01"),
                                line(LedgerAccount.HOLDING, BNB, "-0.01")));
    }

    @Test
    void booksTheGainOfASellApartFromTheExchange() {
        PositionState held = new PositionState(Money.parse("2"), Money.parse("200"), Money.ZERO);

        List<LedgerTransaction> booked = post(held, FillFixture.of(Side.SELL, 2, 1, "1", "130", "0.13", USDT));

        assertThat(booked).extracting(LedgerTransaction::kind).containsExactly(EntryKind.FILL, EntryKind.REALIZATION);
        assertThat(booked.get(1).lines())
                .containsExactly(
                        line(LedgerAccount.CLEARING, USDT, "30"), line(LedgerAccount.REALIZED_PNL, USDT, "-30"));
    }

    @Test
    void refusesATransactionThatDoesNotBalance() {
        List<LedgerLine> lines = List.of(line(LedgerAccount.HOLDING, BTC, "1"));

        assertThatThrownBy(() -> new LedgerTransaction(EntryKind.FILL, "1", lines))
                .hasMessageContaining("sum of zero in BTC");
    }

    @Test
    void namesEntriesByTheirFact() {
        LedgerTransaction transaction =
                post(PositionState.FLAT, FillFixture.buy(7, 0, "1", "1")).getFirst();
        BookId book = new BookId(
                dev.capstan.contracts.id.AccountId.parse("00000000-0000-7000-8000-000000000001"), "BTCUSDT.BINANCE", 1);
        BookId next = new BookId(book.accountId(), book.name(), 2);

        assertThat(transaction.entryId(book, 0))
                .isEqualTo(transaction.entryId(book, 0))
                .isNotEqualTo(transaction.entryId(book, 1))
                .isNotEqualTo(transaction.entryId(next, 0));
        assertThat(transaction.transactionId(book).version()).isEqualTo(8);
        assertThat(transaction.transactionId(book).variant()).isEqualTo(2);
    }

    @RepeatedTest(30)
    void ledgerAndPositionSayTheSame() {
        long seed = new Random().nextLong();
        List<LedgerLine> ledger = new ArrayList<>();
        PositionState state = PositionState.FLAT;
        for (FillFixture fixture : FillFixture.random(new SplittableRandom(seed), 40)) {
            post(state, fixture).forEach(transaction -> ledger.addAll(transaction.lines()));
            state = costing.apply(state, PositionFill.of(fixture.details(), fixture.side()));
        }

        assertThat(sum(ledger, LedgerAccount.HOLDING, BTC)).as("seed %d", seed).isEqualTo(state.holding());
        assertThat(sum(ledger, LedgerAccount.CLEARING, USDT))
                .as("seed %d", seed)
                .isEqualTo(state.cost());
        assertThat(sum(ledger, LedgerAccount.REALIZED_PNL, USDT)
                        .plus(sum(ledger, LedgerAccount.COMMISSION, USDT))
                        .negated())
                .as("seed %d", seed)
                .isEqualTo(state.realizedPnl());
    }

    private List<LedgerTransaction> post(PositionState before, FillFixture fixture) {
        PositionFill fill = PositionFill.of(fixture.details(), fixture.side());
        return FillPosting.transactions(PAIR, fill, Recosting.insert(costing, before, fill, List.of(), before));
    }

    private static Money sum(List<LedgerLine> lines, LedgerAccount account, Asset asset) {
        return lines.stream()
                .filter(line -> line.account() == account && line.asset().equals(asset))
                .map(LedgerLine::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    private static LedgerLine line(LedgerAccount account, Asset asset, String amount) {
        return new LedgerLine(account, asset, Money.parse(amount));
    }
}
