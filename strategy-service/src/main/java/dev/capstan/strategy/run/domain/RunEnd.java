package dev.capstan.strategy.run.domain;

import java.time.Instant;

/**
 * How a run came to an end.
 *
 * @param by the person who stopped it, or {@code strategy-service}
 * @param reason {@code STOPPED}, or a {@link HaltReason} with what is to be known about it
 */
public record RunEnd(RunStatus status, String reason, String by, Instant at) {

    private static final String OURSELVES = "strategy-service";
    private static final int LONGEST = 500;

    /** One that ended itself; of {@code detail}, which may be anybody's words, as much as a database keeps and a person reads. */
    public static RunEnd halted(HaltReason reason, String detail, Instant at) {
        String said = detail.replace('\0', ' ');
        String told = said.length() <= LONGEST ? said : said.substring(0, LONGEST);
        return new RunEnd(RunStatus.HALTED, reason + ": " + told, OURSELVES, at);
    }

    /** {@code STOPPED}, or the name of the {@link HaltReason}. */
    public String code() {
        int colon = reason.indexOf(':');
        return colon < 0 ? reason : reason.substring(0, colon);
    }
}
