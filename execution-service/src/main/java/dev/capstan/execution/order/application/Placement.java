package dev.capstan.execution.order.application;

import dev.capstan.execution.order.domain.Order;

/** The answer to whoever places an order; for the same key always a function of the order's row. */
public sealed interface Placement {

    /** Stored and decided: approved, denied, or canceled before either. */
    record Decided(Order order) implements Placement {}

    /** Stored, and nobody has decided it yet: ask again with the same key. */
    record Undecided(Order order) implements Placement {}

    /** The key belongs to another request. */
    record KeyReused(Order order) implements Placement {}
}
