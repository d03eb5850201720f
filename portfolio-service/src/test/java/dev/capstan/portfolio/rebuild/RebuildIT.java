package dev.capstan.portfolio.rebuild;

import static dev.capstan.portfolio.fixtures.FillFixture.BTC;
import static dev.capstan.portfolio.fixtures.FillFixture.USDT;
import static dev.capstan.portfolio.fixtures.FillFixture.buy;
import static dev.capstan.portfolio.fixtures.FillFixture.sell;
import static dev.capstan.portfolio.fixtures.OrderEventFixture.ACCOUNT;
import static dev.capstan.portfolio.fixtures.OrderEventFixture.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.contracts.Topics;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.portfolio.fixtures.FillFixture;
import dev.capstan.portfolio.fixtures.PortfolioUnderTest;
import dev.capstan.portfolio.rebuild.domain.RebuiltBook;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class RebuildIT {

    private static final StreamKey OTHER = new StreamKey(ACCOUNT, InstrumentId.parse("BTCUSDC.BINANCE"));

    private final PortfolioUnderTest portfolio = new PortfolioUnderTest();

    @AfterEach
    void close() {
        portfolio.close();
    }

    @RepeatedTest(3)
    void hashesAlikeWhateverTheOrderOfNumbersRepeatsAndLosses() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<FillFixture> fills = FillFixture.random(new SplittableRandom(seed), 30);
        portfolio.fills(KEY, fills.toArray(FillFixture[]::new));
        String sorted = portfolio.hash(KEY);

        try (PortfolioUnderTest other = new PortfolioUnderTest()) {
            Collections.shuffle(fills, random);
            List<OrderEvent> records = new ArrayList<>();
            fills.forEach(fill -> records.add(other.streams.publish(KEY, fill)));
            records.addAll(records.subList(0, 15));
            Collections.shuffle(records, random);
            records.stream().skip(10).forEach(other.streams::deliver);
            other.streams.catchUp("", KEY);

            assertThat(other.hash(KEY)).as("seed %d", seed).isEqualTo(sorted);
            assertThat(other.rebuild()).as("seed %d", seed).allMatch(RebuiltBook::equal);
            assertThat(other.hash(KEY)).as("seed %d", seed).isEqualTo(sorted);
        }
    }

    @Test
    void comesToTheSameHashesPerKeyAndOverAllWithOpeningAndDrift() {
        portfolio.venueSays(KEY, 0, 0, Map.of(USDT, "1000"));
        portfolio.fills(KEY, buy(1, 10, "1", "100"), sell(3, 30, "1", "130"), buy(2, 20, "1", "80"));
        portfolio.fills(OTHER, buy(1, 0, "1", "50"));
        portfolio.venueSays(KEY, 3, 10, Map.of(USDT, "955", BTC, "1"));
        List<String> before = portfolio.hashes();
        int announced = portfolio.outbox.sentTo(Topics.POSITION_EVENTS).size();
        int alerts = portfolio.alerts.raised().size();

        List<RebuiltBook> rebuilt = portfolio.rebuild();

        assertThat(rebuilt).hasSize(3).allMatch(RebuiltBook::equal);
        assertThat(portfolio.hashes()).isEqualTo(before).hasSize(3);
        assertThat(portfolio.outbox.sentTo(Topics.POSITION_EVENTS))
                .as("one event for each key, when it is whole again")
                .hasSize(announced + 2);
        assertThat(portfolio.alerts.raised()).hasSize(alerts);
        assertThat(portfolio.position(KEY).version()).isEqualTo(7);
        assertThat(portfolio.count("select count(distinct generation) from ledger_entry where book = 'ACCOUNT'"))
                .as("history stays")
                .isEqualTo(2);
    }

    @Test
    void saysSoWhenTheLedgerWasNotWhatTheEventsSay() {
        portfolio.fills(KEY, buy(1, 0, "1", "100"));
        portfolio.owner.sql("update ledger_entry set amount = amount * 2").update();

        assertThat(portfolio.rebuild())
                .filteredOn(book -> !book.equal())
                .extracting(RebuiltBook::book)
                .containsExactly(KEY.instrumentId().text());
        assertThat(portfolio.alerts.raised())
                .singleElement()
                .satisfies(alert -> assertThat(alert.subject()).isEqualTo(KEY.text()));
        assertThat(portfolio.rebuild()).allMatch(RebuiltBook::equal);
    }

    @Test
    void saysSoWhenThePositionWasNotWhatTheEventsSay() {
        portfolio.fills(KEY, buy(1, 0, "1", "100"));
        portfolio.jdbc.sql("update position set holding = 7").update();

        assertThat(portfolio.rebuild()).anyMatch(book -> !book.equal());
        assertThat(portfolio.position(KEY).state().holding().text()).isEqualTo("1");
    }

    @Test
    void goesOnAfterAnInterruptionAndComparesThen() {
        portfolio.fills(KEY, buy(1, 0, "1", "100"), buy(2, 10, "1", "200"));
        String before = portfolio.hash(KEY);
        portfolio.streams.reachable(false);
        assertThatThrownBy(portfolio::rebuild).hasMessage("execution does not answer");
        assertThat(portfolio.position(KEY).rebuilding()).isTrue();

        portfolio.streams.reachable(true);
        portfolio.resumeRebuilds();

        assertThat(portfolio.position(KEY).rebuilding()).isFalse();
        assertThat(portfolio.hash(KEY)).isEqualTo(before);
        assertThat(portfolio.alerts.raised()).isEmpty();
    }

    @Test
    void leavesAParkedKeyAsItStands() {
        portfolio.fills(KEY, buy(1, 0, "1", "100"), buy(1, 0, "1", "101"));

        assertThat(portfolio.rebuild())
                .extracting(RebuiltBook::book)
                .doesNotContain(KEY.instrumentId().text());
        assertThat(portfolio.position(KEY).state().holding().text()).isEqualTo("1");
    }
}
