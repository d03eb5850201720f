package dev.capstan.execution.order.domain;

import static dev.capstan.execution.order.domain.OrderFixture.T0;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.order.EndReason;
import dev.capstan.contracts.order.FactSource;
import dev.capstan.contracts.order.OrderEventType;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.trading.order.IllegalOrderTransitionException;
import org.junit.jupiter.api.Test;

class OrderTest {

    private static final Denial DENIAL = new Denial(DenialReason.LIMIT_POSITION_SIZE, "limit=1 would=3");

    @Test
    void staysNewWhenApproved() {
        OrderChange change = OrderFixture.undecided().approve(T0);

        assertThat(change.after().status()).isEqualTo(OrderStatus.NEW);
        assertThat(change.after().isClaimable()).isTrue();
        assertThat(change.facts()).extracting(OrderFact::type).containsExactly(OrderEventType.OrderApproved);
    }

    @Test
    void carriesReasonAndContextOfADenial() {
        OrderFact fact = OrderFixture.undecided().deny(DENIAL, T0).facts().getFirst();

        assertThat(fact.denialReason()).isEqualTo(DenialReason.LIMIT_POSITION_SIZE);
        assertThat(fact.detail()).isEqualTo("limit=1 would=3");
        assertThat(fact.after().status()).isEqualTo(OrderStatus.DENIED);
    }

    @Test
    void isDecidedOnce() {
        Order denied = OrderFixture.undecided().deny(DENIAL, T0).after();

        assertThatThrownBy(() -> denied.approve(T0)).isInstanceOf(IllegalOrderTransitionException.class);
    }

    @Test
    void isNeverSentAgainWhileItsAttemptMayHaveBeenExecuted() {
        Order submitted = OrderFixture.submitted();

        assertThat(submitted.isClaimable()).isFalse();
        assertThatThrownBy(() -> submitted.submit(OrderFixture.claim(2))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isSentAgainAfterAStoredCertainty() {
        Order retry = OrderFixture.submitted()
                .notExecuted("not sent: connection refused", T0)
                .after();

        OrderChange change = retry.submit(OrderFixture.claim(2));

        assertThat(retry.isClaimable()).isTrue();
        assertThat(change.after().submitAttempt()).isEqualTo(2);
        assertThat(change.after().isClaimable()).isFalse();
        assertThat(change.facts().getFirst().detail()).isEqualTo("after attempt 1: not sent: connection refused");
    }

    @Test
    void isNotSentAgainWhenSomebodyWantsItCanceled() {
        Order wanted = OrderFixture.submitted().requestCancel(T0).after();

        OrderChange change = wanted.notExecuted("not sent: connection refused", T0);

        assertThat(change.after().status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(change.facts().getFirst().endReason()).isEqualTo(EndReason.CANCELED_BEFORE_SUBMIT);
    }

    @Test
    void endsAtOnceWhenCanceledBeforeItWasClaimed() {
        OrderChange change = OrderFixture.approved().requestCancel(T0);

        assertThat(change.after().status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(change.facts())
                .extracting(OrderFact::type)
                .containsExactly(OrderEventType.OrderCancelRequested, OrderEventType.OrderCanceled);
    }

    @Test
    void onlyRaisesTheFlagWhenTheVenueMayHaveIt() {
        Order flagged = OrderFixture.submitted().requestCancel(T0).after();

        assertThat(flagged.status()).isEqualTo(OrderStatus.SUBMITTED);
        assertThat(flagged.cancelRequested()).isTrue();
        assertThat(flagged.requestCancel(T0)).isEqualTo(OrderChange.none(flagged));
    }

    @Test
    void forgetsTheDoubtWhenItIsResolved() {
        Order expired = OrderFixture.inDoubt()
                .expire(EndReason.SUBMIT_NEVER_ARRIVED, "proof", FactSource.QUERY, T0)
                .after();

        assertThat(expired.doubtSince()).isNull();
        assertThat(expired.status()).isEqualTo(OrderStatus.EXPIRED);
    }
}
