package dev.capstan.execution.reconciliation.domain;

import dev.capstan.contracts.id.InstrumentId;

/**
 * Something that was not as the venue has it.
 *
 * @param subject the order or trade, for people
 */
public record Difference(Kind kind, InstrumentId instrumentId, String subject) {

    /** What differed, and what was done. */
    public enum Kind {
        /** An order that rests at the venue was not in our books: booked. */
        ORDER_MISSING(true),
        /** An order's state or filled quantity was behind the venue's: booked. */
        ORDER_BEHIND(true),
        /** The venue says that an order it acknowledged does not exist: kept, because that proves nothing. */
        ORDER_DENIED(false),
        /** A fill was not in our books: booked. */
        FILL_MISSING(true),
        /** A fill of ours is not in the venue's list: kept, and the balances are not taken for proven. */
        FILL_UNKNOWN_TO_VENUE(false);

        private final boolean healed;

        Kind(boolean healed) {
            this.healed = healed;
        }

        public boolean healed() {
            return healed;
        }
    }
}
