package dev.capstan.kit.alert;

import org.jspecify.annotations.Nullable;

/** Raises alerts on {@code operations.alert.events.v1}. */
public interface Alerts {

    /**
     * Raises an alert in the current transaction, or in one of its own when none is running.
     *
     * @param code stable name, e.g. {@code ORDER_REOPENED}
     * @param subject what it is about: an order id, account id or stream key; also the Kafka key
     * @param detail {@code key=value} context for people
     */
    void raise(String code, String subject, @Nullable String accountId, String detail);
}
