package dev.capstan.contracts.operations;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a person should look at, on {@code operations.alert.events.v1}, key = {@code subject}.
 *
 * @param code stable name, e.g. {@code ORDER_REOPENED}, {@code BALANCE_DRIFT}, {@code KEY_PARKED}
 * @param subject what it is about: an order id, account id or stream key
 * @param detail {@code key=value} context for people
 */
public record AlertEvent(
        UUID eventId, String code, String subject, @Nullable String accountId, String detail, Instant raisedAt) {}
