package dev.capstan.simulator.exchange.command;

/**
 * A request that the exchange refuses. An exception, because a refusal ends the request wherever it is found, with nothing to undo: every
 * check comes before the first change.
 */
public final class RefusedException extends RuntimeException {

    private final Refusal refusal;
    private final String detail;

    public RefusedException(Refusal refusal, String detail) {
        super(refusal + " " + detail, null, false, false);
        this.refusal = refusal;
        this.detail = detail;
    }

    public Refusal refusal() {
        return refusal;
    }

    /** What the reason alone does not say; may be empty. */
    public String detail() {
        return detail;
    }
}
