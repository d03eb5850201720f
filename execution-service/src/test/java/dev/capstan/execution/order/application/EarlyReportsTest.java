package dev.capstan.execution.order.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.order.domain.OrderFixture;
import dev.capstan.execution.venue.domain.VenueOrderState;
import dev.capstan.execution.venue.domain.VenueReport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EarlyReportsTest {

    private static final Order CLAIMED = OrderFixture.submitted();
    private static final VenueReport ACCEPTED = OrderFixture.report(VenueOrderState.ACCEPTED, "0");
    private static final VenueReport FILLED =
            OrderFixture.report(VenueOrderState.FILLED, "3", OrderFixture.fill(1, "3"));

    private final List<Runnable> timers = new ArrayList<>();
    private final List<VenueReport> late = new ArrayList<>();
    private final EarlyReports early = new EarlyReports(timers::add);

    @Test
    void keepsWhatOvertakesAnAnswerUntilItIsStored() {
        early.expect(CLAIMED);

        assertThat(hold(ACCEPTED)).isTrue();
        assertThat(hold(FILLED)).isTrue();
        assertThat(early.release(CLAIMED)).containsExactly(ACCEPTED, FILLED);
        assertThat(late).isEmpty();
    }

    @Test
    void keepsNothingOfOrdersWhoseAnswerIsNotOnTheWay() {
        assertThat(hold(ACCEPTED)).isFalse();
        early.expect(CLAIMED);
        early.release(CLAIMED);
        assertThat(hold(FILLED)).isFalse();
    }

    @Test
    void handsOverWhenTheAnswerStaysAwayAndHoldsNoMoreThen() {
        early.expect(CLAIMED);
        hold(ACCEPTED);
        hold(FILLED);
        assertThat(timers).as("one timer for all of an order").hasSize(1);

        timers.getFirst().run();

        assertThat(late).containsExactly(ACCEPTED, FILLED);
        assertThat(hold(FILLED)).isFalse();
        assertThat(early.release(CLAIMED)).isEmpty();
    }

    private boolean hold(VenueReport report) {
        return early.hold(report, (_, reports) -> late.addAll(reports));
    }
}
