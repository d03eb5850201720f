package dev.capstan.portfolio.ledger;

import static dev.capstan.portfolio.fixtures.FillFixture.buy;
import static dev.capstan.portfolio.fixtures.FillFixture.sell;
import static dev.capstan.portfolio.fixtures.OrderEventFixture.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.contracts.Topics;
import dev.capstan.contracts.portfolio.PositionEvent;
import dev.capstan.kit.consumer.EventRuleViolation;
import dev.capstan.kit.outbox.OutboxMessage;
import dev.capstan.portfolio.fixtures.FillFixture;
import dev.capstan.portfolio.fixtures.PortfolioUnderTest;
import dev.capstan.portfolio.rebuild.domain.RebuiltBook;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Where a stream is cut into batches is chance, so it must not show in a row or a hash. */
class LedgerInBatchesIT {

    private final PortfolioUnderTest portfolio = new PortfolioUnderTest();

    @AfterEach
    void close() {
        portfolio.close();
    }

    @RepeatedTest(5)
    void storesTheSameRowsWhereverBatchesAreCut() {
        long seed = new Random().nextLong();
        play(portfolio, seed, new Random(seed), 1);
        List<String> alone = rows(portfolio);

        try (PortfolioUnderTest other = new PortfolioUnderTest()) {
            play(other, seed, new Random(seed + 1), 15);

            assertThat(rows(other)).as("seed %d", seed).isEqualTo(alone);
            assertThat(other.hash(KEY)).as("seed %d", seed).isEqualTo(portfolio.hash(KEY));
            assertThat(lastPosition(other)).as("seed %d", seed).isEqualTo(lastPosition(portfolio));
            assertThat(other.rebuild()).as("seed %d", seed).allMatch(RebuiltBook::equal);
        }
    }

    @Test
    void publishesTheLastStateOfABatchUnderTheCorrelationIdOfItsNewestFill() {
        publish(buy(1, 0, "1", "100"), buy(2, 10, "1", "200"));
        portfolio.streams.publishAccepted(KEY);
        portfolio.streams.deliverAtOnce(KEY, 3);

        OutboxMessage message = portfolio.outbox.sentTo(Topics.POSITION_EVENTS).getFirst();
        assertThat(portfolio.outbox.sentTo(Topics.POSITION_EVENTS)).hasSize(1);
        assertThat(portfolio.outbox.correlationIdOf(message)).isEqualTo("c2");
        assertThat((PositionEvent) message.payload()).satisfies(event -> {
            assertThat(event.version()).as("one more with each fill").isEqualTo(2);
            assertThat(event.streamNumber()).isEqualTo(2);
            assertThat(event.quantity().text()).isEqualTo("2");
        });
    }

    @Test
    void booksAFillOnceThatOneBatchTellsTwice() {
        publish(buy(1, 0, "1", "100"), buy(1, 0, "1.0", "100"), buy(2, 10, "1", "100"), buy(1, 0, "1", "100"));
        portfolio.streams.deliverAtOnce(KEY, 4);

        assertThat(portfolio.position(KEY).state().holding().text()).isEqualTo("2");
        assertThat(portfolio.position(KEY).version()).isEqualTo(2);
    }

    @Test
    void storesNothingOfABatchThatHoldsAContradiction() {
        publish(buy(1, 0, "1", "100"), buy(2, 10, "1", "100"), buy(1, 0, "1", "101"), buy(3, 20, "1", "100"));

        assertThatThrownBy(() -> portfolio.streams.deliverAtOnce(KEY, 4)).isInstanceOf(EventRuleViolation.class);

        assertThat(rows(portfolio)).isEmpty();
        assertThat(portfolio.outbox.sentTo(Topics.POSITION_EVENTS)).isEmpty();
    }

    @Test
    void costsThreeStatementsHoweverManyFillsThereAreAndNoneWithoutOne() {
        publish(buy(1, 0, "1", "100"), buy(2, 10, "1", "100"), sell(3, 20, "1", "130"), buy(4, 30, "1", "100"));
        assertThat(portfolio.statements(() -> portfolio.streams.deliverAtOnce(KEY, 4)))
                .as("page read, fills and position written, entries written")
                .isEqualTo(3);

        publish(sell(6, 60, "1", "130"), sell(5, 5, "1", "90"));
        assertThat(portfolio.statements(() -> portfolio.streams.deliverAtOnce(KEY, 6)))
                .as("and where one is late, the fills behind it read and written")
                .isEqualTo(5);

        portfolio.streams.publishAccepted(KEY);
        assertThat(portfolio.statements(() -> portfolio.streams.deliverAtOnce(KEY, 7)))
                .isZero();
    }

    private void publish(FillFixture... fills) {
        for (FillFixture fill : fills) {
            portfolio.streams.publish(KEY, fill);
        }
    }

    /** Fills come late, twice and between other events; {@code cuts} decides after how many events a poll ends. */
    private static void play(PortfolioUnderTest played, long seed, Random cuts, int atMost) {
        List<FillFixture> fills = FillFixture.random(new SplittableRandom(seed), 40);
        Random story = new Random(seed);
        List<FillFixture> told = new ArrayList<>(fills);
        told.addAll(fills.subList(0, 8));
        for (int swap = 0; swap < 20; swap++) {
            int from = story.nextInt(told.size());
            Collections.swap(told, from, Math.min(told.size() - 1, from + story.nextInt(6)));
        }
        long written = 0;
        for (FillFixture fill : told) {
            if (story.nextInt(3) == 0) {
                written = played.streams.publishAccepted(KEY).number();
            }
            written = played.streams.publish(KEY, fill).number();
        }
        for (long next = 0; next < written; ) {
            next = Math.min(written, next + 1 + cuts.nextInt(atMost));
            played.streams.deliverAtOnce(KEY, next);
        }
    }

    private static PositionEvent lastPosition(PortfolioUnderTest played) {
        return (PositionEvent)
                played.outbox.sentTo(Topics.POSITION_EVENTS).getLast().payload();
    }

    /** Every column of every table of the ledger but the clock's. */
    private static List<String> rows(PortfolioUnderTest played) {
        List<String> rows = new ArrayList<>();
        for (String sql : List.of(
                "select * from position order by instrument_id",
                "select * from fill order by trade_id, venue_order_id",
                "select to_jsonb(entry) - 'booked_at' from ledger_entry entry order by entry_id",
                "select * from ledger_balance order by book, ledger_account, asset")) {
            played.jdbc.sql(sql).query().listOfRows().forEach(row -> rows.add(row.toString()));
        }
        return rows;
    }
}
