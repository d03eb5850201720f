package dev.capstan.execution.order.domain;

import static dev.capstan.execution.order.domain.OrderFixture.T0;
import static dev.capstan.execution.order.domain.OrderFixture.book;
import static dev.capstan.execution.order.domain.OrderFixture.fill;
import static dev.capstan.execution.order.domain.OrderFixture.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.order.EndReason;
import dev.capstan.contracts.order.FactSource;
import dev.capstan.contracts.order.OrderEventType;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.execution.venue.domain.VenueOrderState;
import org.junit.jupiter.api.Test;

class VenueFactsTest {

    @Test
    void booksFillsAndTheirStatusAsOneStep() {
        OrderChange change =
                book(OrderFixture.submitted(), report(VenueOrderState.CANCELED, "2", fill(1, "0.5"), fill(2, "1.5")));

        assertThat(change.facts())
                .extracting(OrderFact::type)
                .containsExactly(OrderEventType.OrderFilled, OrderEventType.OrderFilled, OrderEventType.OrderCanceled);
        assertThat(change.facts())
                .extracting(fact -> fact.after().leavesQuantity().text())
                .containsExactly("2.5", "1", "1");
    }

    @Test
    void namesTheLastFillsStatusFilled() {
        OrderChange change =
                book(OrderFixture.submitted(), report(VenueOrderState.FILLED, "3", fill(2, "2"), fill(1, "1")));

        assertThat(change.facts())
                .extracting(fact -> fact.after().status())
                .containsExactly(OrderStatus.PARTIALLY_FILLED, OrderStatus.FILLED);
        assertThat(change.fills())
                .extracting(booked -> booked.tradeId().value())
                .containsExactly("1", "2");
        assertThat(change.after().execution().averagePrice()).isEqualTo(Price.parse("100"));
    }

    @Test
    void keepsTheStateUntilTheFillsOfAnEndAreHere() {
        OrderChange incomplete = book(OrderFixture.submitted(), report(VenueOrderState.FILLED, "3", fill(1, "1")));

        assertThat(incomplete.after().status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        assertThat(incomplete.after().execution().lacksFills()).isTrue();

        OrderChange complete = book(incomplete.after(), report(VenueOrderState.FILLED, "3", fill(2, "2")));
        assertThat(complete.after().status()).isEqualTo(OrderStatus.FILLED);
        assertThat(complete.after().execution().lacksFills()).isFalse();
    }

    @Test
    void staysInDoubtWhileAnEndLacksItsFills() {
        Order after = book(OrderFixture.inDoubt(), report(VenueOrderState.CANCELED, "1"))
                .after();

        assertThat(after.status()).isEqualTo(OrderStatus.UNKNOWN);
        assertThat(after.venueOrderId()).isEqualTo(OrderFixture.VENUE_ORDER);
    }

    @Test
    void ignoresAnOldReportAfterTheEnd() {
        Order canceled = book(OrderFixture.submitted(), report(VenueOrderState.CANCELED, "0"))
                .after();

        assertThat(book(canceled, report(VenueOrderState.ACCEPTED, "0"))).isEqualTo(OrderChange.none(canceled));
    }

    @Test
    void doesNotEndByAReportThatKnowsLessThanWeBooked() {
        Order filledOne = book(OrderFixture.submitted(), report(VenueOrderState.PARTIALLY_FILLED, "1", fill(1, "1")))
                .after();

        Order after = book(filledOne, report(VenueOrderState.CANCELED, "0")).after();

        assertThat(after.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        assertThat(after.execution().filledQuantity()).isEqualTo(Quantity.parse("1"));
    }

    @Test
    void reopensAnOrderThatWasProvenNeverToHaveArrived() {
        Order expired = OrderFixture.inDoubt()
                .expire(EndReason.SUBMIT_NEVER_ARRIVED, "proof", FactSource.QUERY, T0)
                .after();

        OrderChange change = book(expired, report(VenueOrderState.FILLED, "3", fill(1, "3")));

        assertThat(change.facts())
                .extracting(OrderFact::type)
                .containsExactly(OrderEventType.OrderReopened, OrderEventType.OrderFilled);
        assertThat(change.after().status()).isEqualTo(OrderStatus.FILLED);
        assertThat(change.after().ending()).isNull();
    }

    @Test
    void reopensACanceledOrderForAFillThatComesLater() {
        Order canceled = book(OrderFixture.submitted(), report(VenueOrderState.CANCELED, "0"))
                .after();

        OrderChange change = book(canceled, report(VenueOrderState.CANCELED, "1", fill(1, "1")));

        assertThat(change.facts())
                .extracting(OrderFact::type)
                .containsExactly(
                        OrderEventType.OrderReopened, OrderEventType.OrderFilled, OrderEventType.OrderCanceled);
    }

    @Test
    void hearsNoNewsInWhatIsBooked() {
        Order filled = book(OrderFixture.submitted(), report(VenueOrderState.FILLED, "3", fill(1, "3")))
                .after();
        Order accepted = book(OrderFixture.submitted(), report(VenueOrderState.ACCEPTED, "0"))
                .after();

        assertThat(VenueFacts.isNews(filled, report(VenueOrderState.ACCEPTED, "0")))
                .isFalse();
        assertThat(VenueFacts.isNews(filled, report(VenueOrderState.FILLED, "3")))
                .isFalse();
        assertThat(VenueFacts.isNews(accepted, report(VenueOrderState.ACCEPTED, "0")))
                .isFalse();
    }

    @Test
    void hearsNewsInWhateverIsNotBooked() {
        Order partly = book(OrderFixture.submitted(), report(VenueOrderState.PARTIALLY_FILLED, "1", fill(1, "1")))
                .after();
        Order lacking =
                book(partly, report(VenueOrderState.PARTIALLY_FILLED, "2")).after();
        Order expired = OrderFixture.inDoubt()
                .expire(EndReason.SUBMIT_NEVER_ARRIVED, "proof", FactSource.QUERY, T0)
                .after();

        assertThat(VenueFacts.isNews(OrderFixture.submitted(), report(VenueOrderState.ACCEPTED, "0")))
                .isTrue();
        assertThat(VenueFacts.isNews(OrderFixture.inDoubt(), report(VenueOrderState.ACCEPTED, "0")))
                .isTrue();
        assertThat(VenueFacts.isNews(partly, report(VenueOrderState.PARTIALLY_FILLED, "2")))
                .isTrue();
        assertThat(VenueFacts.isNews(partly, report(VenueOrderState.CANCELED, "1")))
                .isTrue();
        assertThat(VenueFacts.isNews(lacking, report(VenueOrderState.PARTIALLY_FILLED, "1")))
                .isTrue();
        assertThat(VenueFacts.isNews(expired, report(VenueOrderState.ACCEPTED, "0")))
                .isTrue();
    }

    @Test
    void resolvesADoubtByAnAcknowledgement() {
        OrderChange change = book(OrderFixture.inDoubt(), report(VenueOrderState.ACCEPTED, "0"));

        assertThat(change.after().status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(change.facts()).extracting(OrderFact::type).containsExactly(OrderEventType.OrderAccepted);
    }
}
