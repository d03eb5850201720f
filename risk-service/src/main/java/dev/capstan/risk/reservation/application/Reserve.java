package dev.capstan.risk.reservation.application;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.contracts.risk.ReservationAnswer;
import dev.capstan.contracts.risk.ReservationRequest;
import dev.capstan.contracts.value.Price;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.kit.turns.Places;
import dev.capstan.risk.exposure.domain.BookedOrder;
import dev.capstan.risk.exposure.domain.ExposureBooks;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/** Answers a reservation request, once and for all. */
public class Reserve {

    /** Nobody waits longer than a second for an answer of ours, so work begun later than this is for nobody. */
    private static final Duration PATIENCE = Duration.ofMillis(800);

    private final Gathering gathering;
    private final ExposureBooks books;
    private final Judgement judgement;
    private final Clock clock;
    private final Places<AccountId> turns = new Places<>(1);

    public Reserve(Gathering gathering, ExposureBooks books, Judgement judgement, Clock clock) {
        this.gathering = gathering;
        this.books = books;
        this.judgement = judgement;
        this.clock = clock;
    }

    /** The answer, stored before it is given: dying in between, the next request finds it. */
    public ReservationAnswer reserve(ReservationRequest request) {
        return turns.inPlace(request.accountId(), PATIENCE, () -> inTransaction(request))
                .orElseThrow(() -> ProblemException.retryLater(
                        ProblemCode.SERVICE_UNAVAILABLE, "Too many questions about this account wait already.", 1));
    }

    private ReservationAnswer inTransaction(ReservationRequest request) {
        return gathering.inTransaction(
                request,
                found -> found.answered()
                        .map(known -> repeated(request, known))
                        .orElseGet(() -> decide(request, found)));
    }

    private static ReservationAnswer repeated(ReservationRequest request, BookedOrder known) {
        if (!known.orderId().equals(request.orderId())) {
            throw ProblemException.of(
                    ProblemCode.STATE_CONFLICT, "The client order id was used for order " + known.orderId() + ".");
        }
        return Objects.requireNonNull(known.answer());
    }

    private ReservationAnswer decide(ReservationRequest request, Gathered found) {
        BookedOrder order =
                found.order().orElseGet(() -> unseen(request, found.position().key()));
        BookedOrder answered = answered(order, request, found);
        books.save(answered);
        return Objects.requireNonNull(answered.answer());
    }

    private BookedOrder answered(BookedOrder order, ReservationRequest request, Gathered found) {
        if (order.isEnded()) {
            // Its end overtook this question, so nobody waits for the answer; a yes would hold a share that no event
            // gives back.
            return order.answered(
                    ReservationAnswer.denied(DenialReason.RISK_UNAVAILABLE, "orderStatus=" + order.status()));
        }
        if (order.isHeld()) {
            // Execution has approved it already, so events made it count: counting it twice would be wrong.
            return order.answered(ReservationAnswer.approved());
        }
        return switch (judgement.judge(request, found)) {
            case Judgement.Pass(Price reservedPrice) -> order.reserved(reservedPrice, clock.instant());
            case Judgement.Refusal(DenialReason reason, String context) ->
                order.answered(ReservationAnswer.denied(reason, context));
        };
    }

    private BookedOrder unseen(ReservationRequest request, StreamKey key) {
        return BookedOrder.unseen(
                request.orderId(),
                request.clientOrderId(),
                key,
                request.side(),
                request.quantity(),
                Price.ZERO,
                clock.instant());
    }
}
