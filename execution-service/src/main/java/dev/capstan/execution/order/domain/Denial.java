package dev.capstan.execution.order.domain;

import dev.capstan.contracts.order.DenialReason;

/**
 * Our "no" to an order.
 *
 * @param context {@code key=value} pairs for people
 */
public record Denial(DenialReason reason, String context) {}
