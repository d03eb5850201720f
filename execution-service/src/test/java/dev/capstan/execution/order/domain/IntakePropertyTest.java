package dev.capstan.execution.order.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.id.TradeId;
import dev.capstan.contracts.order.FillDetails;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.execution.venue.domain.VenueFill;
import dev.capstan.execution.venue.domain.VenueOrderState;
import dev.capstan.execution.venue.domain.VenueReport;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reports in any order, repeated and lost: nothing ever goes back, and one complete look at the venue ends in its truth. */
class IntakePropertyTest {

    private static final int STEPS = 12;

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void endsInTheVenuesTruth(long seed) {
        Random random = new Random(seed);
        List<VenueReport> history = history(random);
        VenueReport truth = history.getLast();
        Books books = new Books(random.nextBoolean() ? OrderFixture.submitted() : OrderFixture.inDoubt());

        disturbed(history, random).forEach(books::take);
        books.take(complete(history));

        assertThat(books.order.execution().filledQuantity()).isEqualTo(truth.executedQuantity());
        assertThat(books.order.status().name()).isEqualTo(truth.state().name());
        assertThat(books.booked).hasSize((int) history.stream()
                .flatMap(report -> report.fills().stream())
                .map(VenueFill::tradeId)
                .distinct()
                .count());
    }

    /**
     * As the intake does it: each report is judged by the books as they are when it comes, without a lock, and what is news is booked when its
     * turn comes, by the books as they are then.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void losesNothingWhenReportsAreJudgedBeforeTheirTurn(long seed) {
        Random random = new Random(seed);
        List<VenueReport> history = history(random);
        Books books = new Books(random.nextBoolean() ? OrderFixture.submitted() : OrderFixture.inDoubt());
        List<VenueReport> coming = disturbed(history, random);
        coming.addAll(history);
        coming.add(complete(history));
        List<VenueReport> waiting = new ArrayList<>();

        while (!coming.isEmpty() || !waiting.isEmpty()) {
            if (!coming.isEmpty() && (waiting.isEmpty() || random.nextBoolean())) {
                VenueReport report = coming.removeFirst();
                if (books.isNews(report)) {
                    waiting.add(report);
                }
            } else {
                books.take(waiting.remove(random.nextInt(waiting.size())));
            }
        }

        VenueReport truth = history.getLast();
        assertThat(books.order.execution().filledQuantity()).isEqualTo(truth.executedQuantity());
        assertThat(books.order.status().name()).isEqualTo(truth.state().name());
    }

    /** A life at the venue: acknowledged, filled in parts, and perhaps ended before it is whole. */
    private static List<VenueReport> history(Random random) {
        List<VenueReport> history = new ArrayList<>();
        history.add(OrderFixture.report(VenueOrderState.ACCEPTED, "0"));
        BigDecimal executed = BigDecimal.ZERO;
        BigDecimal quantity = OrderFixture.terms().quantity().value();
        for (int trade = 1; trade <= STEPS && executed.compareTo(quantity) < 0; trade++) {
            if (random.nextInt(6) == 0) {
                history.add(OrderFixture.report(end(random), executed.toPlainString()));
                return history;
            }
            BigDecimal part = BigDecimal.valueOf(1 + random.nextInt(10), 1).min(quantity.subtract(executed));
            executed = executed.add(part);
            VenueOrderState state =
                    executed.compareTo(quantity) == 0 ? VenueOrderState.FILLED : VenueOrderState.PARTIALLY_FILLED;
            history.add(OrderFixture.report(
                    state, executed.toPlainString(), OrderFixture.fill(trade, part.toPlainString())));
        }
        return history;
    }

    private static VenueOrderState end(Random random) {
        return random.nextBoolean() ? VenueOrderState.CANCELED : VenueOrderState.EXPIRED;
    }

    private static List<VenueReport> disturbed(List<VenueReport> history, Random random) {
        List<VenueReport> disturbed = new ArrayList<>();
        for (VenueReport report : history) {
            for (int copies = random.nextInt(3); copies > 0; copies--) {
                disturbed.add(report);
            }
        }
        Collections.shuffle(disturbed, random);
        return disturbed;
    }

    /** What a query and the list of its fills give: the last state with every fill. */
    private static VenueReport complete(List<VenueReport> history) {
        VenueReport last = history.getLast();
        VenueFill[] fills =
                history.stream().flatMap(report -> report.fills().stream()).toArray(VenueFill[]::new);
        return OrderFixture.report(last.state(), last.executedQuantity().text(), fills);
    }

    /** An order with its fills, as the intake keeps them. */
    private static final class Books {

        private final Set<TradeId> booked = new HashSet<>();
        private Order order;

        Books(Order order) {
            this.order = order;
        }

        boolean isNews(VenueReport report) {
            return report.fills().stream().anyMatch(fill -> !booked.contains(fill.tradeId()))
                    || VenueFacts.isNews(order, report);
        }

        void take(VenueReport report) {
            List<FillDetails> unbooked = report.fills().stream()
                    .filter(fill -> !booked.contains(fill.tradeId()))
                    .map(OrderFixture::details)
                    .toList();
            Order after = VenueFacts.book(order, report, unbooked).after();
            unbooked.forEach(fill -> booked.add(fill.tradeId()));
            check(after);
            order = after;
        }

        private void check(Order after) {
            Quantity before = order.execution().filledQuantity();
            assertThat(after.execution().filledQuantity()).isGreaterThanOrEqualTo(before);
            if (after.status() == OrderStatus.FILLED) {
                assertThat(after.execution().filledQuantity())
                        .isEqualTo(after.terms().quantity());
            }
            if (after.isTerminal()) {
                assertThat(after.execution().lacksFills()).isFalse();
            }
        }
    }
}
