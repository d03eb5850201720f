package dev.capstan.strategy.run.domain;

import java.time.Instant;

/**
 * How a run came to an end.
 *
 * @param by the person who stopped it, or {@code strategy-service}
 * @param reason {@code STOPPED}, or a {@link HaltReason} with what is to be known about it
 */
public record RunEnd(RunStatus status, String reason, String by, Instant at) {}
