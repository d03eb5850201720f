package dev.capstan.execution.order.domain;

/**
 * The call that made an order.
 *
 * @param idempotencyKey the caller's key, as sent
 * @param fingerprint of everything else in the request: the same key with another one is refused
 */
public record RequestOrigin(String idempotencyKey, String fingerprint) {}
