package dev.capstan.portfolio.balance;

import static dev.capstan.portfolio.fixtures.FillFixture.BTC;
import static dev.capstan.portfolio.fixtures.FillFixture.USDT;
import static dev.capstan.portfolio.fixtures.FillFixture.buy;
import static dev.capstan.portfolio.fixtures.OrderEventFixture.ACCOUNT;
import static dev.capstan.portfolio.fixtures.OrderEventFixture.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.contracts.value.Money;
import dev.capstan.portfolio.fixtures.FillFixture;
import dev.capstan.portfolio.fixtures.PortfolioUnderTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The venue opened with 1000 USDT; fill 1 buys 1 BTC for 100, fill 2 another for 200. */
class BalanceIT {

    private static final FillFixture FIRST = buy(1, 0, "1", "100");
    private static final FillFixture SECOND = buy(2, 10, "1", "200");
    private static final Map<String, Money> AFTER_BOTH = Map.of("BTC", Money.parse("2"), "USDT", Money.parse("700"));

    private final PortfolioUnderTest portfolio = new PortfolioUnderTest();

    @AfterEach
    void close() {
        portfolio.close();
    }

    @Test
    void opensBeforeAnyFill() {
        portfolio.venueSays(KEY, 0, 0, Map.of(USDT, "1000"));
        portfolio.fills(KEY, FIRST, SECOND);

        assertThat(portfolio.balances(ACCOUNT)).isEqualTo(AFTER_BOTH);
    }

    @Test
    void opensWithFillsThatAreBookedAlready() {
        portfolio.fills(KEY, FIRST, SECOND);
        portfolio.venueSays(KEY, 2, 0, Map.of(USDT, "700", BTC, "2"));

        assertThat(portfolio.balances(ACCOUNT)).isEqualTo(AFTER_BOTH);
        assertThat(opening("USDT")).isEqualTo(Money.parse("1000"));
    }

    @Test
    void leavesOutFillsThatTheSnapshotDoesNotHoldYet() {
        portfolio.fills(KEY, FIRST, SECOND);
        portfolio.venueSays(KEY, 1, 0, Map.of(USDT, "900", BTC, "1"));

        assertThat(portfolio.balances(ACCOUNT)).isEqualTo(AFTER_BOTH);
        assertThat(opening("USDT")).isEqualTo(Money.parse("1000"));
    }

    @Test
    void waitsForFillsThatTheSnapshotHoldsAndTheLedgerDoesNot() {
        OrderEvent first = portfolio.streams.publish(KEY, FIRST);
        portfolio.venueSays(KEY, 1, 0, Map.of(USDT, "900", BTC, "1"));
        assertThat(portfolio.count("select count(*) from ledger_entry")).isZero();

        portfolio.streams.deliver(first);
        portfolio.fills(KEY, SECOND);
        portfolio.compareWaiting();

        assertThat(portfolio.balances(ACCOUNT)).isEqualTo(AFTER_BOTH);
        assertThat(opening("USDT")).isEqualTo(Money.parse("1000"));
        assertThat(opening("BTC")).isEqualTo(Money.ZERO);
    }

    @Test
    void findsNoDriftWhileTheBooksAgreeAndKeepsNoTraceOfIt() {
        portfolio.venueSays(KEY, 0, 0, Map.of(USDT, "1000"));
        portfolio.fills(KEY, FIRST, SECOND);

        portfolio.venueSays(KEY, 1, 10, Map.of(USDT, "900", BTC, "1"));
        portfolio.venueSays(KEY, 2, 20, Map.of(USDT, "700", BTC, "2"));

        assertThat(portfolio.alerts.raised()).isEmpty();
        assertThat(portfolio.count("select count(*) from balance_snapshot")).isEqualTo(1);
        assertThat(portfolio.balances(ACCOUNT)).isEqualTo(AFTER_BOTH);
    }

    @Test
    void booksADifferenceOnceAsDriftWithAnAlert() {
        portfolio.venueSays(KEY, 0, 0, Map.of(USDT, "1000"));
        portfolio.fills(KEY, FIRST);

        UUID deposit = portfolio.venueSays(KEY, 1, 10, Map.of(USDT, "950", BTC, "1"));
        portfolio.venueSays(deposit, KEY, 1, 10, Map.of(USDT, "950", BTC, "1"));
        portfolio.venueSays(KEY, 1, 20, Map.of(USDT, "950", BTC, "1"));

        assertThat(portfolio.balances(ACCOUNT)).containsEntry("USDT", Money.parse("950"));
        assertThat(portfolio.alerts.raised()).singleElement().satisfies(alert -> {
            assertThat(alert.code()).isEqualTo("BALANCE_DRIFT");
            assertThat(alert.detail()).contains("asset=USDT").contains("difference=50");
        });
    }

    @Test
    void ignoresASnapshotThatIsOlderThanTheLastCompared() {
        portfolio.venueSays(KEY, 0, 10, Map.of(USDT, "1000"));

        portfolio.venueSays(KEY, 0, 0, Map.of(USDT, "5"));

        assertThat(portfolio.balances(ACCOUNT)).isEqualTo(Map.of("USDT", Money.parse("1000")));
        assertThat(portfolio.alerts.raised()).isEmpty();
    }

    private Money opening(String asset) {
        return Money.of(portfolio
                .jdbc
                .sql("select coalesce(sum(amount), 0) from ledger_entry where kind = 'OPENING' and asset = :asset"
                        + " and ledger_account = 'HOLDING'")
                .param("asset", asset)
                .query(java.math.BigDecimal.class)
                .single());
    }
}
