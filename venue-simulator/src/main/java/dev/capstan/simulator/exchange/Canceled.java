package dev.capstan.simulator.exchange;

/** An order that was canceled, and the canceling request's own id. */
public record Canceled(Order order, String cancelId) {}
