package dev.capstan.contracts.order;

/** What happened to an order; the {@code ce_type} of its record is this name in front of {@code .v1}. */
public enum OrderEventType {
    /** The intent is stored. */
    OrderReceived,

    /** Risk reserved its share of the limits. */
    OrderApproved,

    /** Refused by us, with a {@link DenialReason}. */
    OrderDenied,

    /** Claimed for sending, with the attempt. */
    OrderSubmitted,

    /** The venue acknowledged it. */
    OrderAccepted,

    /** The venue refused it, with its text. */
    OrderRejected,

    /** A fill, with what remains. */
    OrderFilled,

    /** Somebody asked to cancel it; a flag, not a state. */
    OrderCancelRequested,

    /** The venue confirmed the cancel, or it was canceled before it was sent. */
    OrderCanceled,

    /** Ended by its terms, too late to send, or never arrived. */
    OrderExpired,

    /** Sent, outcome not known. */
    OrderInDoubt,

    /** A later fact of the venue contradicted a terminal state. */
    OrderReopened
}
