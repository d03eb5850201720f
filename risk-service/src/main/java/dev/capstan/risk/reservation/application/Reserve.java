package dev.capstan.risk.reservation.application;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.contracts.risk.ReservationAnswer;
import dev.capstan.contracts.risk.ReservationRequest;
import dev.capstan.contracts.value.Price;
import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.kit.turns.Places;
import dev.capstan.risk.exposure.domain.BookedOrder;
import dev.capstan.risk.exposure.domain.ExposureBooks;
import dev.capstan.risk.exposure.domain.InstrumentPosition;
import dev.capstan.risk.limit.Limits;
import dev.capstan.trading.risk.AccountLimits;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/** Answers a reservation request, once and for all. */
public class Reserve {

    /** Nobody waits longer than a second for an answer of ours, so work begun later than this is for nobody. */
    private static final Duration PATIENCE = Duration.ofMillis(800);

    private final Transactions transactions;
    private final Limits limits;
    private final ExposureBooks books;
    private final Judgement judgement;
    private final Clock clock;
    private final Places<AccountId> turns = new Places<>(1);

    public Reserve(Transactions transactions, Limits limits, ExposureBooks books, Judgement judgement, Clock clock) {
        this.transactions = transactions;
        this.limits = limits;
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
        return transactions.call(() -> {
            // The account's lock is held before anything is read: what is read below includes every reservation
            // committed so far.
            AccountLimits accountLimits = limits.lockAccount(request.accountId());
            return books.findAnswered(request.accountId(), request.clientOrderId())
                    .map(known -> repeated(request, known))
                    .orElseGet(() -> decide(request, accountLimits));
        });
    }

    private static ReservationAnswer repeated(ReservationRequest request, BookedOrder known) {
        if (!known.orderId().equals(request.orderId())) {
            throw ProblemException.of(
                    ProblemCode.STATE_CONFLICT, "The client order id was used for order " + known.orderId() + ".");
        }
        return Objects.requireNonNull(known.answer());
    }

    private ReservationAnswer decide(ReservationRequest request, AccountLimits accountLimits) {
        InstrumentPosition position = books.lock(new StreamKey(request.accountId(), request.instrumentId()));
        BookedOrder order = books.find(request.orderId()).orElseGet(() -> unseen(request, position.key()));
        BookedOrder answered = answered(order, request, position, accountLimits);
        books.save(answered);
        return Objects.requireNonNull(answered.answer());
    }

    private BookedOrder answered(
            BookedOrder order, ReservationRequest request, InstrumentPosition position, AccountLimits accountLimits) {
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
        return switch (judgement.judge(request, position, accountLimits)) {
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
