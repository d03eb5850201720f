package dev.capstan.simulator.exchange.report;

/** What an account's owner is told, in the order it happened. */
public sealed interface AccountEvent permits ExecutionReport, ListReport {}
