package dev.capstan.simulator.exchange.account;

/** How many orders without any fill an account placed in the running ten seconds, and in the running day. */
public record OrderUsage(int inTenSeconds, int inDay) {}
