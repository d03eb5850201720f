package dev.capstan.portfolio.ledger;

import static dev.capstan.portfolio.fixtures.FillFixture.BNB;
import static dev.capstan.portfolio.fixtures.FillFixture.BTC;
import static dev.capstan.portfolio.fixtures.FillFixture.USDT;
import static dev.capstan.portfolio.fixtures.FillFixture.buy;
import static dev.capstan.portfolio.fixtures.FillFixture.sell;
import static dev.capstan.portfolio.fixtures.OrderEventFixture.ACCOUNT;
import static dev.capstan.portfolio.fixtures.OrderEventFixture.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.contracts.Topics;
import dev.capstan.contracts.portfolio.PositionEvent;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import dev.capstan.kit.outbox.OutboxMessage;
import dev.capstan.portfolio.fixtures.FillFixture;
import dev.capstan.portfolio.fixtures.PortfolioUnderTest;
import dev.capstan.portfolio.ledger.domain.PositionBook;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerIT {

    private final PortfolioUnderTest portfolio = new PortfolioUnderTest();

    @AfterEach
    void close() {
        portfolio.close();
    }

    @Test
    void booksAFillWithPositionAndEvent() {
        portfolio.fills(KEY, FillFixture.of(Side.BUY, 1, 0, "2", "100", "0.002", BTC));

        PositionBook position = portfolio.position(KEY);
        assertThat(position.state().holding()).isEqualTo(Money.parse("1.998"));
        assertThat(position.version()).isEqualTo(1);
        assertThat(portfolio.balances(ACCOUNT))
                .isEqualTo(Map.of("BTC", Money.parse("1.998"), "USDT", Money.parse("-200")));
        assertThat(positionEvents()).singleElement().satisfies(event -> {
            assertThat(event.quantity()).isEqualTo(Quantity.parse("1.998"));
            assertThat(event.averagePrice()).isEqualTo(Price.parse("100"));
            assertThat(event.realizedPnl()).isEqualTo(Money.parse("-0.2"));
            assertThat(event.streamNumber()).isEqualTo(1);
        });
    }

    @Test
    void booksAFillOnceUnderWhateverEventItComes() {
        FillFixture fill = buy(1, 0, "1", "100");
        portfolio.fills(KEY, fill);
        String hash = portfolio.hash(KEY);

        portfolio.fills(KEY, fill);

        assertThat(portfolio.hash(KEY)).isEqualTo(hash);
        assertThat(portfolio.position(KEY).version()).isEqualTo(1);
        assertThat(positionEvents()).hasSize(1);
    }

    @Test
    void parksTheKeyOfAFillThatContradictsTheBook() {
        portfolio.fills(KEY, buy(1, 0, "1", "100"));

        portfolio.fills(KEY, buy(1, 0, "1", "101"));

        assertThat(portfolio.position(KEY).parked()).isTrue();
        assertThat(portfolio.position(KEY).state().holding()).isEqualTo(Money.parse("1"));
        assertThat(portfolio.count("select count(*) from fill")).isEqualTo(1);
    }

    @Test
    void parksAKeyWhoseFirstFillIsBroken() {
        portfolio.fills(KEY, FillFixture.of(Side.BUY, 1, 0, "1", "0", "0", USDT));

        assertThat(portfolio.position(KEY).parked()).isTrue();
        assertThat(portfolio.position(KEY).pair()).isNull();
        assertThat(portfolio.count("select count(*) from ledger_entry")).isZero();
    }

    @Test
    void putsALateFillAtItsPlaceAndCorrectsWhatCameAfter() {
        portfolio.fills(KEY, buy(1, 10, "1", "100"), sell(3, 30, "1", "130"), buy(2, 20, "1", "80"));

        PositionBook position = portfolio.position(KEY);
        assertThat(position.state().averagePrice()).isEqualTo(Price.parse("90"));
        assertThat(position.state().realizedPnl()).isEqualTo(Money.parse("40"));
        assertThat(sums("kind = 'CORRECTION' and ledger_account = 'REALIZED_PNL'"))
                .isEqualTo(Money.parse("-10"));
        assertThat(sums("ledger_account = 'CLEARING' and asset = 'USDT'")).isEqualTo(Money.parse("90"));
    }

    @Test
    void keepsEveryTransactionAndEverySumBalanced() {
        long seed = new Random().nextLong();
        List<FillFixture> fills = FillFixture.random(new SplittableRandom(seed), 40);
        java.util.Collections.shuffle(fills, new Random(seed));

        portfolio.fills(KEY, fills.toArray(FillFixture[]::new));

        assertThat(portfolio.count("""
                        select count(*) from (select 1 from ledger_entry
                        group by transaction_id, asset having sum(amount) <> 0) wrong""")).as("seed %d", seed).isZero();
        assertThat(portfolio.count("""
                        select count(*) from ledger_balance balance where amount <> (
                            select coalesce(sum(entry.amount), 0) from ledger_entry entry
                            where entry.account_id = balance.account_id and entry.book = balance.book
                              and entry.ledger_account = balance.ledger_account and entry.asset = balance.asset)""")).as("seed %d", seed).isZero();
        assertThat(sums("ledger_account = 'HOLDING' and asset = 'BTC'"))
                .as("seed %d", seed)
                .isEqualTo(portfolio.position(KEY).state().holding());
    }

    @Test
    void keepsACommissionInAThirdAssetInThatAsset() {
        portfolio.fills(KEY, FillFixture.of(Side.BUY, 1, 0, "1", "100", "0.003", BNB));

        assertThat(portfolio.balances(ACCOUNT)).containsEntry("BNB", Money.parse("-0.003"));
        assertThat(portfolio.position(KEY).state().realizedPnl()).isEqualTo(Money.ZERO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_entry set amount = amount * 2",
                "delete from ledger_entry",
                "truncate ledger_entry"
            })
    void givesTheServiceNoRightToChangeEntries(String sql) {
        portfolio.fills(KEY, buy(1, 0, "1", "100"));

        assertThatThrownBy(() -> portfolio.jdbc.sql(sql).update())
                .hasStackTraceContaining("permission denied for table ledger_entry");
    }

    @Test
    void refusesATransactionThatDoesNotBalanceEvenFromTheOwner() {
        assertThatThrownBy(() -> portfolio.owner.sql("""
                        insert into ledger_entry (entry_id, transaction_id, account_id, book, generation, kind, fact,
                            ledger_account, asset, amount, stream_number, occurred_at, recorded_at)
                        values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'ACCOUNT', 1, 'DRIFT', 'x',
                            'HOLDING', 'BTC', 1, 0, now(), now())""").update())
                .hasMessageContaining("sums to 1.000000000000000000 in BTC, not to zero");
    }

    private List<PositionEvent> positionEvents() {
        return portfolio.outbox.sentTo(Topics.POSITION_EVENTS).stream()
                .map(OutboxMessage::payload)
                .map(PositionEvent.class::cast)
                .toList();
    }

    private Money sums(String where) {
        return Money.of(portfolio
                .jdbc
                .sql("select coalesce(sum(amount), 0) from ledger_entry where " + where)
                .query(java.math.BigDecimal.class)
                .single());
    }
}
