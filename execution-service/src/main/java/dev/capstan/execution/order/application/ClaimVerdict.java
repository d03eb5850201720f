package dev.capstan.execution.order.application;

import dev.capstan.execution.order.domain.Claim;
import dev.capstan.execution.order.domain.Denial;

/** What the rows that a claim locks say of it. */
sealed interface ClaimVerdict {

    /** It may be sent. */
    record Granted(Claim claim) implements ClaimVerdict {}

    /** The session is no longer ours: its owner will see to the order. */
    record NotOurs() implements ClaimVerdict {}

    /** Trading is halted, or an earlier order is in doubt. */
    record Refused(Denial denial) implements ClaimVerdict {}

    /** Nobody may send it any more. */
    record TooLate() implements ClaimVerdict {}
}
