package dev.capstan.portfolio.architecture.wrong.domain;

import java.time.Instant;

/** A domain class that looks at the system's clock. */
public final class ImpatientRule {

    private ImpatientRule() {}

    public static boolean isPast(Instant time) {
        return time.isBefore(Instant.now());
    }
}
