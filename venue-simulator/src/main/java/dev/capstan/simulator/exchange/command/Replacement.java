package dev.capstan.simulator.exchange.command;

/** What became of canceling one order and placing another one. */
public record Replacement(Attempt<Cancellation> canceled, Attempt<Placed> placed) {}
