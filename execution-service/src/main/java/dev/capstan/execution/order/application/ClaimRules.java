package dev.capstan.execution.order.application;

import dev.capstan.contracts.order.EndReason;
import dev.capstan.contracts.order.FactSource;
import dev.capstan.execution.order.domain.Claim;
import dev.capstan.execution.order.domain.Denial;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.order.domain.OrderChange;
import dev.capstan.kit.crash.CrashPoint;
import dev.capstan.kit.crash.CrashPoints;
import java.time.Clock;
import java.time.Instant;

/** The claim inside its transaction, by what its locks keep true until the commit. */
public final class ClaimRules {

    private final Clock clock;
    private final OrderSettings settings;
    private final String owner;

    public ClaimRules(Clock clock, OrderSettings settings, String owner) {
        this.clock = clock;
        this.settings = settings;
        this.owner = owner;
    }

    /** Claims an order that is approved already, or certainly was not executed. */
    OrderChange claim(ClaimView view, ClaimTicket ticket) {
        Order order = view.order();
        if (!order.isClaimable()) {
            return OrderChange.none(order);
        }
        return switch (verdict(view, ticket)) {
            case ClaimVerdict.Granted(Claim claim) -> order.submit(claim);
            case ClaimVerdict.NotOurs() -> OrderChange.none(order);
            case ClaimVerdict.Refused(Denial denial) -> refuse(order, denial);
            case ClaimVerdict.TooLate() -> tooLate(order);
        };
    }

    /** Approval and claim as one: a refusal is then our answer to the caller, not an approval followed by a denial. */
    OrderChange approveAndClaim(ClaimView view, ClaimTicket ticket) {
        Order order = view.order();
        Instant now = clock.instant();
        return switch (verdict(view, ticket)) {
            case ClaimVerdict.Granted(Claim claim) -> order.approve(now).then(approved -> approved.submit(claim));
            case ClaimVerdict.NotOurs() -> order.approve(now);
            case ClaimVerdict.Refused(Denial denial) -> order.deny(denial, now);
            case ClaimVerdict.TooLate() -> order.approve(now).then(this::tooLate);
        };
    }

    /** Ends an order that was never sent, or certainly not executed, when its time is over. */
    OrderChange tooLate(Order order) {
        return order.expire(
                EndReason.SUBMIT_TOO_LATE,
                "submitBy=" + order.terms().submitBy(),
                FactSource.DECISION,
                clock.instant());
    }

    private ClaimVerdict verdict(ClaimView view, ClaimTicket ticket) {
        if (!view.sessionIsOurs()) {
            return new ClaimVerdict.NotOurs();
        }
        Order order = view.order();
        CrashPoints.reached(
                CrashPoint.CLAIM_CHECKED, order.terms().clientOrderId().text());
        if (clock.instant().isAfter(order.terms().submitBy())) {
            return new ClaimVerdict.TooLate();
        }
        if (view.halt().isPresent()) {
            return new ClaimVerdict.Refused(Denials.halted(view.halt().get()));
        }
        return view.inDoubt()
                ? new ClaimVerdict.Refused(Denials.inDoubt(order.terms().streamKey()))
                : new ClaimVerdict.Granted(next(order, ticket));
    }

    private Claim next(Order order, ClaimTicket ticket) {
        return new Claim(
                owner,
                ticket.ownership().fence(),
                order.submitAttempt() + 1,
                ticket.timestamp(),
                settings.window(),
                clock.instant(),
                null);
    }

    /** An order that was sent once cannot be denied any more; nothing of it was executed, so it ends by time. */
    private OrderChange refuse(Order order, Denial denial) {
        if (order.submitAttempt() == 0) {
            return order.deny(denial, clock.instant());
        }
        return order.expire(
                EndReason.SUBMIT_TOO_LATE,
                "refused=" + denial.reason() + " " + denial.context(),
                FactSource.DECISION,
                clock.instant());
    }
}
