package dev.capstan.execution.order.domain;

import dev.capstan.contracts.order.EndReason;
import org.jspecify.annotations.Nullable;

/**
 * How an approved order ended without being filled whole.
 *
 * @param detail the venue's text or {@code key=value} context
 */
public record Ending(EndReason reason, @Nullable String detail) {}
